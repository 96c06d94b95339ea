package publish

// Progress is how far a work is.
type Progress struct {
	Phase string  // what is being done, in French
	Part  float64 // of the whole work, from 0 to 1; it never goes back
}

// The phases, in the order in which opening, planning and publishing go
// through them. A work that skips some only jumps ahead.
const (
	opening   = "ouverture"
	reading   = "lecture"
	checking  = "vérification"
	indexing  = "index"
	proving   = "questions"
	replaying = "journal"
	writing   = "écriture"
)

// spans are where in the whole each phase begins: about what each takes of a
// publication of ten thousand findings.
var spans = []struct {
	phase string
	from  float64
}{{opening, 0}, {reading, 0.25}, {checking, 0.4}, {indexing, 0.55}, {proving, 0.75}, {replaying, 0.85}, {writing, 0.95}}

// tell tells how many parts of a phase are done; total may be 0 where they are
// not known.
func (o Options) tell(phase string, done, total int) {
	if o.Progress == nil {
		return
	}
	for i, s := range spans {
		if s.phase != phase {
			continue
		}
		next := 1.0
		if i+1 < len(spans) {
			next = spans[i+1].from
		}
		part := s.from
		if total > 0 {
			part += (next - s.from) * float64(done) / float64(total)
		}
		o.Progress(Progress{phase, part})
	}
}
