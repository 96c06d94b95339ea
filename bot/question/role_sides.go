package question

// subjectsOf returns the noun groups that stand before a verb as its subject:
// the last one without a preposition, and those that it is listed with.
func subjectsOf(left []chunk) []chunk {
	var doers []chunk
	linkedTo := false
	for i := len(left) - 1; i >= 0; i-- {
		switch k := left[i]; {
		case k.kind == linked:
			if i > 0 && left[i-1].kind == comma { // "…, et la DSI répond"
				return doers
			}
			linkedTo = true
		case k.kind == comma:
			if len(doers) > 0 && !linkedTo {
				return doers
			}
		case k.kind == deed:
			return doers
		case k.prep != "" && !(i > 0 && left[i-1].kind == group):
			if len(doers) > 0 {
				return doers
			}
			return nil
		case k.prep == "":
			if len(doers) > 0 && !linkedTo && left[i+1].kind == group {
				return doers
			}
			doers = append(doers, k)
		}
	}
	return doers
}

// antecedent returns what a "qui" stands for: the nearest noun group that
// agrees in number.
func antecedent(before []chunk, verb chunk) *chunk {
	if n := len(before); n > 0 && before[n-1].kind == comma {
		before = before[:n-1]
	}
	for i := len(before) - 1; i >= 0 && before[i].kind == group; i-- {
		if before[i].plural == verb.plural && len(before[i].words) > 0 {
			return &before[i]
		}
	}
	return nil
}

// rightOf returns the noun groups that belong to a verb behind it: those up to
// the subject of the next one.
func rightOf(all []chunk, at int) (groups []chunk) {
	end := at + 1
	for end < len(all) && all[end].kind != stop && all[end].kind != that && all[end].kind != inviting && all[end].kind != relative && (all[end].kind != deed || all[end].loose) {
		end++
	}
	if end < len(all) && all[end].kind == deed && !goesOn(all, end) {
		taken := subjectsOf(all[at+1 : end])
		for _, k := range taken {
			for i := at + 1; i < end; i++ {
				if all[i].starts == k.starts && all[i].kind == group {
					end = i
				}
			}
		}
	}
	for _, k := range all[at+1 : end] {
		if k.kind == group && len(k.words) > 0 {
			groups = append(groups, k)
		}
	}
	return groups
}
