public import Platform
public import Rules

extension Crew: Workers {}
