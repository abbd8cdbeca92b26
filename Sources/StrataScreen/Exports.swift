// A frame counts and filters by them: whoever draws has them at hand.
@_exported public import StrataText
