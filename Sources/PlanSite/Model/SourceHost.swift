import PlanModel

/// Where the host of the repository shows a file of the program, as `site.repository` says.
struct SourceHost: Sendable {
  private enum Form { case github, gitlab, bitbucket, azure }

  private let repository: String
  /// The program's folder below the root of the repository, with a `/` behind it.
  private let prefix: String
  private let form: Form

  /// Nil without a repository.
  init?(_ repository: String?, prefix: String) {
    guard let repository, let address = Links.outside(repository) else { return nil }
    self.repository = address
    self.prefix = prefix
    let host = address.split(separator: "/", maxSplits: 2).dropFirst().first ?? ""
    // Gitea, Forgejo and GitHub's own server understand the form of github.com.
    form =
      host.contains("gitlab")
      ? .gitlab
      : host.contains("bitbucket") ? .bitbucket : host == "dev.azure.com" ? .azure : .github
  }

  /// The file at a line, on the branch that the host shows first.
  func page(of path: String, line: Int) -> String {
    let path = Links.encoded(path: prefix + path)
    return switch form {
    case .github: "\(repository)/blob/HEAD/\(path)?plain=1#L\(line)"
    case .gitlab: "\(repository)/-/blob/HEAD/\(path)?plain=1#L\(line)"
    case .bitbucket: "\(repository)/src/HEAD/\(path)#lines-\(line)"
    case .azure: "\(repository)?path=/\(path)&line=\(line)&lineEnd=\(line + 1)&lineStartColumn=1"
    }
  }

  /// Where the file is edited in the browser.
  func editor(of path: String) -> String {
    let path = Links.encoded(path: prefix + path)
    return switch form {
    case .github: "\(repository)/edit/HEAD/\(path)"
    case .gitlab: "\(repository)/-/edit/HEAD/\(path)"
    case .bitbucket: "\(repository)/src/HEAD/\(path)?mode=edit"
    case .azure: "\(repository)?path=/\(path)"
    }
  }
}
