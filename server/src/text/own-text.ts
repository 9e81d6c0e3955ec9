/** A text that stands by itself in memory. */
export function ownText(text: string): string {
  // Joined and cut again, the piece is of a text of its own length.
  return text.length < 13 ? text : `${text} `.slice(0, -1);
}
