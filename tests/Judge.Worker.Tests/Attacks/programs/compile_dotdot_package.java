// attack: a package that climbs out of the folder the classes go to
// stage: compile
// judge: compileError
package ..up.out;
class Main { public static void main(String[] args) { } }
