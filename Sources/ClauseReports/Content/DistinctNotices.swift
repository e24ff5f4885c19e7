import ClauseAssessment

extension Assessment {
  /// The cases that rules could not decide, those that say the same of the same place once: a rule
  /// stumbles over one value for each discipline, and for each record that refers to it.
  var distinctNotices: [RuleNotice] {
    var shown: [RuleNotice] = []
    for notice in notices {
      if let last = shown.last, last.rule == notice.rule, last.location == notice.location,
        last.reason == notice.reason
      {
        continue
      }
      shown.append(notice)
    }
    return shown
  }
}
