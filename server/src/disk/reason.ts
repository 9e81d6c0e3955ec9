/** Why a file could not be read, or written, in words. */
export function reason(error: unknown, done: 'read' | 'written' = 'read'): string {
  const code = (error as { code?: string } | undefined)?.code;
  switch (code) {
    case 'ENOENT':
      return 'there is no such file or folder';
    case 'EACCES':
    case 'EPERM':
      return `no permission to ${done === 'read' ? 'read' : 'write'} it`;
    case 'EISDIR':
      return 'it is a folder';
    case 'NOT_OURS':
      return 'it belongs to others, and would not any more: let its owner do it, or copy it';
    case 'ENOSPC':
      return 'the disk is full';
    case 'EROFS':
      return 'the disk is read-only';
    case 'ELOOP':
      return 'its links go round in a circle';
    case 'ERR_INVALID_ARG_VALUE':
      return 'its name holds a character that no name may';
    case 'ENOTFILE':
      return 'it is no file';
    case 'EFBIG':
      return 'it is too large for a file of its kind';
    case 'ERR_STRING_TOO_LONG':
    case 'ERR_FS_FILE_TOO_LARGE':
    case 'ERR_ENCODING_INVALID_ENCODED_DATA':
      return `it is too large to be ${done}`;
    default:
      return `it cannot be ${done} (${code ?? 'unknown reason'})`;
  }
}
