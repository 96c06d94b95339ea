package question

import "testing"

// TestAct reads the verb whose actor is asked.
func TestAct(t *testing.T) {
	r := reader(t)
	for said, want := range map[string]string{
		"qui finance le compost ?":                      "finance",
		"qui a semé le radis ?":                         "seme",
		"qui s'occupe du compost ?":                     "occupe",
		"par qui est payé le compost ?":                 "paye",
		"avec qui les communes compostent-elles ?":      "compostent",
		"qui tient les rênes du compost ?":              "renes",
		"qui tient la caisse du compost ?":              "tient",
		"qui est le président ?":                        "",
		"qu'est-ce qui freine le compost ?":             "",
		"combien de communes ont un compost ?":          "",
		"quelle part des communes qui sèment des radis": "",
	} {
		if got := r.Read(said, "").Act; got != want {
			t.Errorf("%q asks who %q, want %q", said, got, want)
		}
	}
}
