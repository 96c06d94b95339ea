package figure
import ("testing";"math/rand";"strings";"fmt";"os")
func TestRnd(t *testing.T){
	if os.Getenv("RND")=="" {t.Skip()}
	r:=rand.New(rand.NewSource(7)); seen:=map[string]int{}
	for k:=0;k<3000000;k++{
		n:=2+r.Intn(9); var w []string
		for i:=0;i<n;i++{ w=append(w,vocabulary[r.Intn(len(vocabulary))]) }
		text:=strings.NewReplacer(" %","%"," - ","-").Replace(strings.Join(w," "))
		for _,s:=range Find(text){
			again,ok:=Read(s.Wording)
			p:=problem(s.Figure)
			if p!="" || !ok||!equal(again.Value,s.Value)||!equal(again.Low,s.Low)||!equal(again.High,s.High){
				key:=strings.Fields(s.Wording)[0]+string(s.Kind)
				seen[key]++
				if seen[key]<4 {fmt.Printf("%q: %q %s | %s %t %s\n",text,s.Wording,short(s.Figure),short(again),ok,p)}
			}
		}
	}
	fmt.Println(len(seen))
}
