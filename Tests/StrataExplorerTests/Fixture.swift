import StrataCatalog

/// A small landscape that tests know by heart.
let smallCatalog = catalog(
  """
  landscape:
    name: {en: Small Landscape, zh: 小型全景图}
    asOf: 2026-01-02
    introduction: {en: How to read it., zh: 如何阅读。}
    choosing: {en: How to choose., zh: 如何选择。}
    layers: [run, build, watch]
  layers:
    - id: run
      kind: floor
      name: {en: Runtime, zh: 运行时层}
      summary: {en: What makes containers run., zh: 让容器运行起来。}
      recap: {en: Containers run., zh: 容器能运行了。}
      categories:
        - id: engines
          name: {en: Container Runtime, zh: 容器运行时}
          what: {en: "It starts containers, isolates them and stops them again.", zh: 启动、隔离并停止容器。}
          problem: {en: Containers need a host., zh: 容器需要宿主。}
          solution: {en: Runtimes speak one interface., zh: 运行时使用同一个接口。}
          tooling: {en: "**containerd** is everywhere.", zh: containerd 无处不在。}
          terms:
            - {term: {en: CRI, zh: CRI}, meaning: {en: The interface of runtimes., zh: 运行时的接口。}}
          related:
            - {category: networks, reason: {en: Containers talk., zh: 容器要通信。}}
          tools:
            - id: containerd
              name: containerd
              summary: {en: The common runtime., zh: 通用的运行时。}
              homepage: https://containerd.io
              repository: https://github.com/containerd/containerd
              license: Apache-2.0
              organization: CNCF
              maturity: graduated
              accepted: 2017-03-29
              incubating: 2017-03-29
              graduated: 2019-02-28
              links: {documentation: https://containerd.io/docs}
            - id: youki
              name: youki
              summary: {en: A runtime in Rust., zh: 用 Rust 写的运行时。}
              homepage: https://youki-dev.github.io/youki
              maturity: sandbox
              accepted: 2024-01-01
        - id: networks
          name: {en: Cloud Native Network, zh: 云原生网络}
          what: {en: Containers find each other., zh: 容器互相找到对方。}
          tools:
            - id: cilium
              name: Cilium
              aliases: [ebpf]
              summary: {en: Networking by eBPF., zh: 基于 eBPF 的网络。}
              homepage: https://cilium.io
              maturity: graduated
              accepted: 2021-10-13
              graduated: 2023-10-11
              also: [tracing]
    - id: build
      kind: floor
      name: {en: Provisioning, zh: 供应层}
      summary: {en: What lays the ground., zh: 打好地基。}
      categories:
        - id: registries
          name: {en: Container Registry, zh: 容器镜像仓库}
          what: {en: It keeps images., zh: 存放镜像。}
          tools: []
    - id: watch
      kind: column
      name: {en: Observability, zh: 可观测性}
      summary: {en: It watches all floors., zh: 观察每一层。}
      categories:
        - id: tracing
          name: {en: Tracing, zh: 链路追踪}
          what: {en: It follows requests., zh: 跟踪请求。}
          tools:
            - id: jaeger
              name: Jaeger
              summary: {en: Stores and shows traces., zh: 存储并展示追踪数据。}
              homepage: https://www.jaegertracing.io
              maturity: graduated
              accepted: 2017-09-13
              graduated: 2019-10-31
            - id: old-tracer
              name: Old Tracer
              summary: {en: Gone., zh: 已停止。}
              homepage: https://example.org
              maturity: archived
              archived: 2022-01-31
              replacedBy: [jaeger]
  """)
