class UndoNotepad {
  private text: string[] = [];
  private done: Array<[boolean, string[]]> = [];
  private undone: Array<[boolean, string[]]> = [];

  constructor() {}

  write(text: string): void {
    this.change(true, text.split(''));
  }

  erase(count: number): void {
    this.change(false, this.text.slice(-count));
  }

  undo(): boolean {
    const change = this.done.pop();
    if (change === undefined) return false;
    this.undone.push(change);
    this.apply(!change[0], change[1]);
    return true;
  }

  redo(): boolean {
    const change = this.undone.pop();
    if (change === undefined) return false;
    this.done.push(change);
    this.apply(change[0], change[1]);
    return true;
  }

  tail(count: number): string {
    return this.text.slice(-count).join('');
  }

  private change(write: boolean, characters: string[]): void {
    this.done.push([write, characters]);
    this.undone = [];
    this.apply(write, characters);
  }

  private apply(write: boolean, characters: string[]): void {
    if (write) this.text.push(...characters);
    else this.text.length -= characters.length;
  }
}
