package data
import ("testing";"fmt";"constat/data/figure";"slices")
func TestYY(t *testing.T){
 l,_:=Published()
 for _,f:=range l.Findings{
  if f.Figure!=nil { 
   same:=0; ok:=false; var ws []string
   for _,s:=range figure.Find(f.Statement){ ws=append(ws,fmt.Sprintf("%s[%s %s]",s.Wording,s.Kind,s.Unit))
    if s.Kind==f.Figure.Kind {same++; a,b:=s.Bounds(); c,d:=f.Figure.Bounds(); if a<=d&&c<=b {ok=true} } }
   if same>0&&!ok { fmt.Printf("D11 %s %s:%d chiffre %q [%s %s]\n    %s\n    %q\n",f.ID,f.Edition.File,f.Line,f.Figure.Wording,f.Figure.Kind,f.Figure.Unit,f.Statement,ws) }
   if same==0 && len(ws)>0 { fmt.Printf("  nokind %s %q [%s %s] %s\n", f.ID,f.Figure.Wording,f.Figure.Kind,f.Figure.Unit,ws)}
  }
  ranks:=map[int][]string{}
  for _,i:=range f.Items { if i.Rank>0 {ranks[i.Rank]=append(ranks[i.Rank],i.Detail)} }
  for r,d:=range ranks { if len(d)>1 { fmt.Printf("D13 %s rank %d %q\n",f.ID,r,d)} }
 }
 for _,e:=range l.Editions { var names []string; for _,i:=range e.Indicators{names=append(names,i.Name)}; d:=slices.Clone(names)
  for _,f:=range e.Findings{ if f.Indicator!=""&&!slices.Contains(names,f.Indicator){names=append(names,f.Indicator)}}
  for i,n:=range names{ for _,m:=range names[:i]{ if edits(folded(n),folded(m))<=3 {fmt.Printf("D12 %s %q %q declared %v\n",e.File,n,m,slices.Contains(d,n))}}}}
}
