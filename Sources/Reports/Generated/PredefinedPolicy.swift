/// The policies of AWS's for which IAM Identity Center has predefined permission sets of the same name.
enum PredefinedPolicy {
  /// The end of the policy's ARN; nil where a permission set is named for none.
  static func path(of permissionSet: String) -> String? {
    if direct.contains(permissionSet) { return permissionSet }
    return jobFunctions.contains(permissionSet) ? "job-function/" + permissionSet : nil
  }

  private static let direct: Set = ["AdministratorAccess", "PowerUserAccess", "ReadOnlyAccess", "SecurityAudit"]
  private static let jobFunctions: Set = [
    "Billing", "DatabaseAdministrator", "DataScientist", "NetworkAdministrator", "SupportUser", "SystemAdministrator",
    "ViewOnlyAccess",
  ]
}
