/** Pages for a terminal: Markdown without its marks, wrapped. */

const WIDTH = 100;

/** @param markdown a page, or any text of the guidance. */
export function terminalText(markdown: string): string {
  const lines: string[] = [];
  let fence = false;
  for (const marked of markdown.trimEnd().split('\n')) {
    const line = fence ? marked : unbroken(marked);
    if (line.startsWith('```')) fence = !fence;
    else if (fence) lines.push(line === '' ? '' : `    ${line}`);
    else if (/^\|[\s|-]*\|$/.test(line) || /^\| \|/.test(line)) continue;
    else if (line.startsWith('|')) {
      const [first = '', text = '', where = ''] = line
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => unmarked(cell.trim()));
      lines.push(...wrap(`${first}: ${text}${where === '' ? '' : ` (${where})`}`, '  - ', '    '));
    } else if (line.startsWith('- ')) lines.push(...wrap(unmarked(line.slice(2)), '  - ', '    '));
    else if (line === '>') continue;
    else if (line.startsWith('> ')) lines.push(...wrap(unmarked(line.slice(2)), '  > ', '    '));
    else if (line.startsWith('#')) lines.push(...wrap(unmarked(line.replace(/^#+ /, ''))));
    else lines.push(...(line === '' ? [''] : wrap(unmarked(line))));
  }
  // A line that heads a list stands right above it.
  const text = lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^(?! )([^\r\n\u2028\u2029]+)\n\n(?= {2}- )/gm, '$1\n');
  return `${text.trim()}\n`;
}

const KEPT = '\u00a0';

/** What is to be typed as it stands is not broken over two lines. */
function unbroken(line: string): string {
  return line.replace(/`([^`]{1,60})`/g, (span) => span.replaceAll(' ', KEPT));
}

/** Marks of emphasis left out; a text in italics stands in brackets where it is the whole line. */
export function unmarked(markdown: string): string {
  return markdown
    .replace(/\*\*|`/g, '')
    .replace(/^\*(.*)\*(?: · more)?$/, '($1)')
    .replace(/ \*(\([^*]*\))\*$/, ' $1')
    .replace(/<(https:[^<>]*)>/g, '$1')
    .replace(/\\\|/g, '|');
}

export function wrap(text: string, first = '', rest = first): string[] {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(/[^\S\xa0]+/)) {
    if (word === '') continue;
    if (!empty && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = rest + word;
    } else {
      line += (empty ? '' : ' ') + word;
    }
    empty = false;
  }
  if (!empty) lines.push(line);
  return lines.map((one) => one.replaceAll(KEPT, ' '));
}
