/** A home realm discovery policy: whether the cloud may check the passwords of federated users, for which applications. */
export interface HomeRealmDiscoveryPolicy {
  readonly allowCloudPasswordValidation: boolean
  readonly isOrganizationDefault: boolean
  /** Lower-cased app ids of the applications that it is assigned to. */
  readonly applications: ReadonlySet<string>
}
