module constat

go 1.26.0

require (
	github.com/VictoriaMetrics/metrics v1.45.0 // counters for an operator, with two small dependencies
	github.com/blevesearch/bleve/v2 v2.6.3 // candidates: embedded, pure Go, an index in memory
	github.com/blevesearch/bleve_index_api v1.4.1 // the postings of a Bleve index
	github.com/blevesearch/vellum v1.2.1 // the words of French, 317,000 in 300 kB; Bleve builds it already
	github.com/bwmarrin/discordgo v0.29.0 // Discord: the gateway's sessions, and the shapes of commands and embeds
	github.com/google/go-cmp v0.7.0 // tests: differences one can read
	github.com/gorilla/websocket v1.5.3 // Discord: the closings of its gateway; tests: the sockets of fake platforms
	github.com/hashicorp/golang-lru/v2 v2.0.7 // the conversations that a chat remembers, bounded
	github.com/rogpeppe/go-internal v1.16.0 // tests: testscript and txtar
	github.com/slack-go/slack v0.35.0 // Slack: sockets, signatures, blocks
	go.etcd.io/bbolt v1.4.0 // deliveries and the journal, over a restart; Bleve builds it already
	go.yaml.in/yaml/v4 v4.0.0 // edition files: nodes with lines and columns
	golang.org/x/term v0.47.0 // a conversation on a terminal
	golang.org/x/text v0.43.0 // Unicode decomposition, for folding
	golang.org/x/time v0.16.0 // one message a second in a channel
)

require (
	github.com/RoaringBitmap/roaring/v2 v2.14.5 // indirect
	github.com/bits-and-blooms/bitset v1.24.2 // indirect
	github.com/blevesearch/geo v0.2.8 // indirect
	github.com/blevesearch/go-faiss v1.1.5 // indirect
	github.com/blevesearch/go-porterstemmer v1.0.3 // indirect
	github.com/blevesearch/gtreap v0.1.1 // indirect
	github.com/blevesearch/mmap-go v1.2.0 // indirect
	github.com/blevesearch/scorch_segment_api/v2 v2.4.11 // indirect
	github.com/blevesearch/segment v0.9.1 // indirect
	github.com/blevesearch/snowballstem v0.9.0 // indirect
	github.com/blevesearch/upsidedown_store_api v1.0.2 // indirect
	github.com/blevesearch/zapx/v11 v11.4.3 // indirect
	github.com/blevesearch/zapx/v12 v12.4.3 // indirect
	github.com/blevesearch/zapx/v13 v13.4.3 // indirect
	github.com/blevesearch/zapx/v14 v14.4.3 // indirect
	github.com/blevesearch/zapx/v15 v15.4.3 // indirect
	github.com/blevesearch/zapx/v16 v16.3.4 // indirect
	github.com/blevesearch/zapx/v17 v17.2.5 // indirect
	github.com/golang/snappy v1.0.0 // indirect
	github.com/json-iterator/go v0.0.0-20171115153421-f7279a603ede // indirect
	github.com/mschoch/smat v0.2.0 // indirect
	github.com/valyala/fastrand v1.1.0 // indirect
	github.com/valyala/histogram v1.2.0 // indirect
	golang.org/x/crypto v0.52.0 // indirect
	golang.org/x/sys v0.49.0 // indirect
	golang.org/x/tools v0.52.0 // indirect
	google.golang.org/protobuf v1.36.6 // indirect
)
