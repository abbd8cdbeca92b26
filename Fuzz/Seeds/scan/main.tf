main.tf
terraform {
 required_providers {
  aws = { source = "hashicorp/aws" }
 }
}
resource "helm_release" "x" {
  chart = "loki"
  repository = "https://grafana.github.io/helm-charts"
}
