// Wrong: one ticket fetches all coats of its number.
var leftCoats = function (given, returned) {
  const back = new Set(returned);
  return given.filter((ticket) => !back.has(ticket));
};
