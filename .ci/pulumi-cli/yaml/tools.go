//go:build tools

// Package tools pins Pulumi's language host for YAML, so that it can be built from Go modules.
package tools

import _ "github.com/pulumi/pulumi-yaml/cmd/pulumi-language-yaml"
