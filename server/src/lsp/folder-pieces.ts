/** A large file in pieces, each as long as can be taken in without a key waiting for it. */

/** Characters of a piece. */
const PIECE = 24_000;

/** Cuts a text before encounters. Joined, the pieces are the text; where no encounter begins, nothing is cut. */
export function piecesOf(text: string): string[] {
  if (text.length <= PIECE * 1.5) return [text];
  const pieces: string[] = [];
  let from = 0;
  while (text.length - from > PIECE * 1.5) {
    const at = text.indexOf('\nencounter ', from + PIECE);
    if (at < 0) break;
    pieces.push(text.slice(from, at + 1));
    from = at + 1;
  }
  pieces.push(text.slice(from));
  return pieces;
}
