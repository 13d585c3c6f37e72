/**
 * From the first of two strokes to the second, in one regular expression.
 * @param {string} text
 * @param {character} key
 * @return {string}
 */
var typedText = function (text, key) {
  const other = `[^ .${key}]*`;
  return text.replace(new RegExp(`(${key}${other})${key}`, 'gi'), '$1');
};
