package data
import ("testing";"os";"fmt";"path/filepath";"go.yaml.in/yaml/v4")
func TestZZ(t *testing.T){
 for _,d:=range []string{"/tmp/faults/*","/tmp/faults-extra/*","/tmp/faults-combo/*"}{
 fs,_:=filepath.Glob(d+"/edition.yaml")
 for _,f:=range fs{ b,_:=os.ReadFile(f); _,e:=parseOnce(string(b)); if e!=nil{ show(f,e)} } }
 for i,s:=range []string{"a: b\nc:\n  - id: x\n    enonce: Un jour\nde pluie.\n    source: r\n","a: b\nc:\n  - id: x\n    enonce: Un jour\nsource: r\n    statut: d\n","a: b\nc:\n  - id: x\n    enonce: Un jour\n  source: r\n","c:\n  - id: x\n    enonce: u\n- id: y\n    enonce: v\n","c:\n  - id: x\n    enonce: u\n   - id: y\n    enonce: v\n","c:\n  - id: x\n    enonce: u\n    - id: y\n      enonce: v\n","c:\n  - id: x\n   enonce: u\n   s: r\n","c:\n  - id: x\n    base:\n      e: 3\n     l: r\n    s: 3\n", "c:\n  - id: x\n    statut adopté\n    base: 3\n","c:\n  -id: x\n    statut: adopté\n    base: 3\n","c:\n  - id: x\n    base: 3\n    statut adopté\n  - id: y\n","c:\n  - id: x\n    base: 3\n    statut adopté\n","a: b\n e: c\nf: d\n", "c:\n  - id: x\n    e: 3\n - id: y\n   e: 4\n"}{
 _,e:=parseOnce(s); if e!=nil {show(fmt.Sprint(i,"\n",s),e)} else {fmt.Println(i,"ok\n"+s)} }
}
func show(f string,e *yaml.LoadError){ fmt.Printf("%s %d:%d %q ctx %d:%d %q\n",f,e.Mark.Line,e.Mark.Column,e.Message,e.ContextMark.Line,e.ContextMark.Column,e.ContextMsg)}
