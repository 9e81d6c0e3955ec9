/**
 * Whether a line inside a note would be a header, session, claim or note by itself. Asked of lines that carry a note
 * on: such a line is text and is not counted, which is worth saying.
 */
const LINE_FORMS =
  /^(?:encounter[ \t\xa0]+\d{4}-\d\d-\d\d(?!\S)|bill[ \t\xa0]+(?:\d{4}[\da-z]|[a-z]\d{4})(?![^\s\-\u2010\u2011\u2013\u2014\u2212])|(?:[soap]|note):|(?:\d{1,2}:\d\d(?:[ \t\xa0]*[ap]m)?[ \t\xa0]*[-\u2010\u2011\u2013\u2014\u2212][ \t\xa0]*\d{1,2}:\d\d(?:[ \t\xa0]*[ap]m)?|\d+[ \t\xa0]*(?:min|m|minutes))[ \t\xa0]+(?:\d{4}[\da-z]|[a-z]\d{4})(?!\S))/i;

export function looksLikeALine(text: string, start: number, end: number): boolean {
  const c = text.charCodeAt(start) | 32;
  // Digits, and the first letters of encounter, bill and the labels.
  const maybe =
    (c >= 48 && c <= 57) || c === 101 || c === 98 || c === 115 || c === 111 || c === 97 || c === 112 || c === 110;
  return maybe && LINE_FORMS.test(text.slice(start, Math.min(end, start + 80)));
}
