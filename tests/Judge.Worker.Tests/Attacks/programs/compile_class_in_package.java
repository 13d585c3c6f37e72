// attack: a class whose package makes javac build folders, where the judge has to look for it
// stage: compile
// judge: accepted
package tmp.evil.box;
class Main { public static void main(String[] args) { System.out.println("contained"); } }
