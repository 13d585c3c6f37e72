// Who is named an odd number of times, by the last time.
import "strings"

func stillInside(passes []string) []string {
	times := map[string]int{}
	last := map[string]int{}
	names := make([]string, len(passes))
	for i, entry := range passes {
		names[i] = strings.Join(strings.Fields(strings.ToLower(entry)), " ")
		times[names[i]]++
		last[names[i]] = i
	}
	inside := []string{}
	for i, name := range names {
		if times[name]%2 == 1 && last[name] == i {
			inside = append(inside, name)
		}
	}
	return inside
}
