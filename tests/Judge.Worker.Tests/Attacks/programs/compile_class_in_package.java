// attack: a class whose package makes javac build folders, away from where the judge looks
// stage: compile
// judge: compileError
package tmp.evil.box;
class Main { public static void main(String[] args) { System.out.println("contained"); } }
