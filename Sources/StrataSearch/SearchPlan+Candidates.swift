// Memory: lent; a tier for each record, numbers of 64.

import StrataCatalog

/// The records in which alone the letters of the words can be, and those beside them that have them as pinyin.
extension SearchPlan {
  /// The candidates whose memory is waited for together.
  private static var together: Int { 64 }

  /// Looks at the candidates, and at the records with one of some traits.
  func search(
    _ records: Records, _ candidates: Candidates, alsoWith reads: UInt8, for word: WordMatcher,
    _ found: inout ChunkHits.Writer
  ) {
    let first = records.first
    func finish(_ number: Int, _ own: UInt8, _ place: Int) {
      let tier = word.tiers.isEmpty ? own : min(own, placeTier(of: word, first + number))
      if tier != RecordMatcher.none { self.finish(records, number, tier, place, &found) }
    }
    /// Where a shorter word stands is known of a candidate.
    func look(at number: Int, from place: Int, tailStands: Bool, _ form: RecordMatcher) {
      let record = records[number]
      var tier = RecordMatcher.none
      let place = form.finder.find(
        record.base, near: record.start + place, tailStands: tailStands, to: record.end)
      if place >= 0 { tier = form.literalTier(record, place) }
      if record.traits & form.reads != 0 || form.fuzzy != nil { tier = min(tier, form.otherTier(record, than: tier)) }
      finish(number, tier, max(0, place - record.start))
    }
    let places = candidates.knowsPlaces ? word.only : nil
    let hits = candidates.hits.records
    let starts = candidates.hits.places
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: records.count) { others in
      // What the records beside the candidates have without the letters of the word; they have not those of a shorter word.
      if reads != 0 {
        others.initialize(repeating: RecordMatcher.none)
        for hit in hits { others[Int(hit)] = 0 }
        forEach(of: records, where: { others[$0] != 0 && canBeRead(records, $0, reads, word, candidates) }) { record in
          others[record] =
            places == nil ? word.tier(records[record]) : word.otherTier(records[record], than: RecordMatcher.none)
        }
      }
      var next = 0
      func finishOthers(before end: Int) {
        while next < end {
          if others[next] != RecordMatcher.none { finish(next, others[next], 0) }
          next += 1
        }
      }
      withUnsafeTemporaryAllocation(of: Bool.self, capacity: Self.together) { tailStands in
        for start in stride(from: 0, to: hits.count, by: Self.together) {
          let batch = start..<min(start + Self.together, hits.count)
          if let places {
            for hit in batch {
              let place = Int(records.starts[Int(hits[hit])]) + Int(starts[hit])
              tailStands[hit - start] = places.finder.tailStands(records.base, at: place)
            }
          }
          for hit in batch {
            let record = Int(hits[hit])
            if reads != 0 {
              finishOthers(before: record)
              next = record + 1
            }
            if let places {
              look(at: record, from: Int(starts[hit]), tailStands: tailStands[hit - start], places)
            } else {
              finish(record, word.tier(records[record]), 0)
            }
          }
        }
      }
      if reads != 0 { finishOthers(before: records.count) }
    }
  }

  /// Calls `body` with the records of which `isOne` is true, in order. The memory of their texts beyond ASCII is waited for
  /// together.
  @inline(__always)
  func forEach(of records: Records, where isOne: (Int) -> Bool, _ body: (Int) -> Void) {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: Self.together) { batch in
      var record = 0
      while record < records.count {
        var count = 0
        while record < records.count, count < Self.together {
          if isOne(record) {
            batch[count] = record
            count += 1
          }
          record += 1
        }
        // What is read here is of no use but that it has been read; the sum is asked for so that it is.
        var sum = 0
        for position in 0..<count {
          let start = records.startBeyondASCII(batch[position])
          sum &+= Int(records.base[start]) &+ Int(records.base[start + ByteFinder.padding - 1])
        }
        precondition(sum >= 0)
        for position in 0..<count { body(batch[position]) }
      }
    }
  }

  /// Whether a record beside the candidates may have the words by pinyin.
  @inline(__always)
  func canBeRead(
    _ records: Records, _ record: Int, _ reads: UInt8, _ word: WordMatcher, _ candidates: Candidates
  ) -> Bool {
    let traits = records.traits[record] & reads
    if traits == 0 { return false }
    // Of several words it may be any one that is new by pinyin.
    return !candidates.knowsPlaces || word.canBeRead(traits, records.initials[record])
  }
}
