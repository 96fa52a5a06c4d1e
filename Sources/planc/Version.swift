/// planc's version, as `--version` and every report say it.
let plancVersion = "0.1.0"
