/** Types a text where the cursor stands, as the person would: the browser's own undo takes it back. */
export function insertText(field: HTMLTextAreaElement, text: string) {
  field.focus();
  // Nothing else keeps the field's own undo; where it is gone one day, the text still arrives.
  const typed = document.execCommand?.('insertText', false, text);
  if (typed) return;
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
