go.mod
module x
require (
	google.golang.org/grpc v1.0 // indirect
)
