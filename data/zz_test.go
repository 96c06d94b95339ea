package data
import ("testing";"os";"fmt";"strings";"testing/fstest")
func TestZZ(t *testing.T){
 n,bad:=0,0
 for _,f:=range []string{"editions/competences-numeriques-2015.yaml","testdata/jardins/jardins-2021.yaml","editions/cloud-et-secteur-public-2022.yaml"}{
  b,_:=os.ReadFile(f); lines:=strings.Split(string(b),"\n")
  for i,l:=range lines { if strings.TrimSpace(l)==""||strings.HasPrefix(l,"#"){continue}
   for name,m:=range map[string]func(string)string{
    "-1":func(s string)string{return strings.TrimPrefix(s," ")}, "+1":func(s string)string{return " "+s},"+2":func(s string)string{return "  "+s},"-2":func(s string)string{return strings.TrimPrefix(s,"  ")},
    "col0":func(s string)string{return strings.TrimLeft(s," ")},
    "tab":func(s string)string{return "\t"+strings.TrimLeft(s," ")},"colon":func(s string)string{return strings.Replace(s,":","",1)},"dash":func(s string)string{return strings.Replace(s,"- ","-",1)},
    "quote":func(s string)string{return strings.Replace(s,": ",": \"",1)},"lastquote":func(s string)string{return strings.TrimSuffix(s,"\"")},
    }{
    x:=m(l); if x==l {continue}
    ls:=append([]string{},lines...); ls[i]=x
    _,fs:=Read(fstest.MapFS{"a.yaml":{Data:[]byte(strings.Join(ls,"\n"))}})
    var own Faults; for _,f:=range fs { if !strings.Contains(f.Message,"qui n'existe dans aucune") && !strings.Contains(f.Message,"est inconnue du lexique")&&!strings.Contains(f.Message,"la lecture n'a pas"){own=append(own,f)}}
    n++
    off:=true; for _,f:=range own{ if f.Line==i+1 {off=false} }
    if len(own)>1 || len(own)==1&&off { bad++; if bad%12==0 {fmt.Printf("%s %s %d %q\n",f,name,i+1,x); for k,q:=range own{ if k<4 {fmt.Println("    ",q.String())} } } }
   }}
 }
 fmt.Println(n,bad)
}
