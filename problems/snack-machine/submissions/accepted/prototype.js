/**
 * @param {number} slots
 */
var SnackMachine = function (slots) {
  this.slots = Array.from({ length: slots }, () => ({ snack: '', price: 0, count: 0 }));
  this.credit = 0;
  this.sum = 0;
};

/**
 * @param {number} slot
 * @param {string} snack
 * @param {number} price
 * @param {number} count
 * @return {void}
 */
SnackMachine.prototype.fill = function (slot, snack, price, count) {
  const there = this.slots[slot];
  this.slots[slot] = { snack, price, count: there.snack === snack ? there.count + count : count };
};

/**
 * @param {number} coin
 * @return {void}
 */
SnackMachine.prototype.insert = function (coin) {
  this.credit += coin;
};

/**
 * @param {number} slot
 * @return {string}
 */
SnackMachine.prototype.press = function (slot) {
  const there = this.slots[slot];
  if (there.count === 0) return 'empty';
  if (this.credit < there.price) return 'more';
  there.count--;
  this.credit -= there.price;
  this.sum += there.price;
  return there.snack;
};

/**
 * @param {number} slot
 * @return {boolean}
 */
SnackMachine.prototype.isEmpty = function (slot) {
  return this.slots[slot].count === 0;
};

/**
 * @return {number}
 */
SnackMachine.prototype.giveBack = function () {
  const back = this.credit;
  this.credit = 0;
  return back;
};

/**
 * @return {number}
 */
SnackMachine.prototype.earned = function () {
  return this.sum;
};
