# Completion of signpost for bash, made by: signpost completions bash
# Changes belong into the grammar of the program: this file is written anew with every version.

# The words that lead on from a command: $1 is the command, without the program.
_signpost_actions() {
  case $1 in
  '') list=('setup' 'status' 'step' 'log' 'validate' 'inspect' 'compare' 'export' 'import' 'verify' 'diagnose' 'generate' 'rules' 'explain' 'config' 'completions' 'man' 'help') ;;
  'step') list=('done' 'skip' 'reopen' 'note' 'answer') ;;
  'verify') list=('scim' 'aws' 'groups' 'users' 'sign-in') ;;
  'config') list=('explain') ;;
  *) list=() ;;
  esac
}

# The flags that a command takes.
_signpost_flags() {
  case $1 in
  'setup') list=('--idp-metadata' '--aws-metadata' '--portal-url' '--answers' '--no-input' '--flow' '--overlay' '--plain') ;;
  'status') list=('--for' '--fail-on' '--expires-within' '--format') ;;
  'step done') list=('--reason' '--evidence' '--value') ;;
  'step skip' | 'step reopen' | 'step note') list=('--reason') ;;
  'step answer') list=('--value' '--evidence' '--reason') ;;
  'log') list=('--step' '--format') ;;
  'validate') list=('--idp' '--aws' '--entity' '--acs-url' '--entity-id' '--name-id-format' '--sign-on-url' '--trusted-certificates' '--scim-endpoint' '--fail-on' '--expires-within' '--select' '--ignore' '--severity' '--verify-signature' '--jobs' '--config' '--baseline' '--write-baseline' '--format' '--output') ;;
  'inspect' | 'rules') list=('--format') ;;
  'compare') list=('--planned' '--format') ;;
  'export') list=('--for' '--flow' '--overlay' '--format' '--output') ;;
  'import') list=('--by' '--dry-run') ;;
  'verify scim') list=('--endpoint' '--token-file' '--token-command' '--group' '--user' '--allow-endpoint' '--token-created' '--format') ;;
  'verify aws') list=('--profile' '--print-policy' '--format') ;;
  'verify groups') list=('--from' '--group' '--endpoint' '--token-file' '--token-command' '--allow-endpoint' '--profile' '--format') ;;
  'verify users') list=('--from' '--identity-center' '--name-id' '--format') ;;
  'verify sign-in') list=('--from' '--open' '--format') ;;
  'diagnose') list=('--idp' '--aws' '--verify-signature' '--show-values' '--format') ;;
  'generate') list=('--output') ;;
  'config explain') list=('--idp' '--aws' '--entity' '--acs-url' '--entity-id' '--name-id-format' '--sign-on-url' '--trusted-certificates' '--scim-endpoint' '--fail-on' '--expires-within' '--select' '--ignore' '--severity' '--verify-signature' '--jobs' '--config' '--baseline' '--write-baseline' '--format') ;;
  *) list=() ;;
  esac
  list+=('--name' '--store' '--now' '--color' '--quiet' '--help' '--version')
}

# What may be the value of a flag: $1 is the command and the flag. Fails where the flag takes none.
_signpost_value() {
  list=() offer= divider=
  case $1 in
  'setup --idp-metadata' | 'setup --aws-metadata' | 'setup --answers' | 'step done --evidence' | 'step answer --evidence' | 'validate --idp' | 'validate --aws' | 'validate --trusted-certificates' | 'validate --config' | 'validate --baseline' | 'validate --write-baseline' | 'validate --output' | 'export --output' | 'verify scim --token-file' | 'verify groups --from' | 'verify groups --token-file' | 'verify users --from' | 'verify users --identity-center' | 'verify sign-in --from' | 'diagnose --idp' | 'diagnose --aws' | 'generate --output' | 'config explain --idp' | 'config explain --aws' | 'config explain --trusted-certificates' | 'config explain --config' | 'config explain --baseline' | 'config explain --write-baseline') offer=files ;;
  'setup --portal-url' | 'status --expires-within' | 'step done --reason' | 'step done --value' | 'step skip --reason' | 'step reopen --reason' | 'step note --reason' | 'step answer --value' | 'step answer --reason' | 'validate --entity' | 'validate --acs-url' | 'validate --entity-id' | 'validate --name-id-format' | 'validate --sign-on-url' | 'validate --scim-endpoint' | 'validate --expires-within' | 'validate --severity' | 'validate --jobs' | 'import --by' | 'verify scim --endpoint' | 'verify scim --token-command' | 'verify scim --token' | 'verify scim --group' | 'verify scim --user' | 'verify scim --allow-endpoint' | 'verify scim --token-created' | 'verify aws --profile' | 'verify groups --group' | 'verify groups --endpoint' | 'verify groups --token-command' | 'verify groups --token' | 'verify groups --allow-endpoint' | 'verify groups --profile' | 'verify users --name-id' | 'config explain --entity' | 'config explain --acs-url' | 'config explain --entity-id' | 'config explain --name-id-format' | 'config explain --sign-on-url' | 'config explain --scim-endpoint' | 'config explain --expires-within' | 'config explain --severity' | 'config explain --jobs' | *' --name' | *' --now') offer=nothing ;;
  'setup --flow' | 'export --flow') list=('set-up' 'migrate' 'adopt' 'rotate-certificate' 'renew-scim-token') ;;
  'setup --overlay' | 'export --overlay') list=('cloudposse') ;;
  'status --for') list=('idp-admin' 'aws-admin') ;;
  'status --fail-on') divider=',' list=('expiry' 'incomplete') ;;
  'status --format' | 'log --format' | 'inspect --format' | 'compare --format' | 'verify scim --format' | 'verify aws --format' | 'verify groups --format' | 'verify users --format' | 'verify sign-in --format' | 'diagnose --format' | 'config explain --format') list=('human' 'json') ;;
  'log --step') list=('activate-entra-certificate' 'activate-google-provisioning' 'activate-jumpcloud-application' 'activate-okta-certificate' 'activate-provider-certificate' 'add-cyberark-application' 'add-cyberark-certificate' 'add-entra-application' 'add-google-application' 'add-google-certificate' 'add-jumpcloud-application' 'add-missing-groups' 'add-okta-application' 'add-onelogin-application' 'add-ping-application' 'admit-everybody' 'allow-ping-people' 'assign-account-access' 'assign-entra-application' 'assign-okta-application' 'assign-onelogin-application' 'assign-ping-key-pair' 'assign-pingfederate-key-pair' 'assign-saml-application' 'bind-jumpcloud-groups' 'centralize-root-access' 'change-identity-source' 'change-onelogin-certificate' 'check-both-files' 'check-google-profiles' 'check-groups' 'check-jumpcloud-profiles' 'check-okta-attributes' 'check-ping-profiles' 'check-users' 'choose-cyberark-sync-options' 'choose-entra-groups' 'choose-google-certificate' 'choose-google-groups' 'choose-pilot-group' 'choose-ping-groups' 'choose-portal-alias' 'compare-name-id' 'compare-values-in-aws' 'compare-values-in-cyberark' 'compare-values-in-entra-id' 'compare-values-in-generic' 'compare-values-in-google-workspace' 'compare-values-in-jumpcloud' 'compare-values-in-okta' 'compare-values-in-onelogin' 'compare-values-in-ping' 'compare-values-in-pingfederate' 'compare-with-snapshot' 'configure-google-provisioning' 'connect-cyberark-to-scim' 'connect-entra-to-scim' 'connect-jumpcloud-to-scim' 'connect-okta-to-scim' 'connect-onelogin-to-scim' 'connect-ping-to-scim' 'connect-pingfederate-to-scim' 'connect-provider-to-scim' 'create-cyberark-roles' 'create-entra-certificate' 'create-google-service-account' 'create-groups-by-command' 'create-groups-in-aws' 'create-jumpcloud-groups' 'create-okta-groups' 'create-onelogin-certificate' 'create-onelogin-roles' 'create-permission-set' 'create-ping-key-pair' 'create-pingfederate-channel' 'create-pingfederate-connection' 'create-pingfederate-key-pair' 'create-provider-certificate' 'create-provider-groups' 'create-saml-application' 'create-second-token' 'create-users-by-hand' 'deactivate-jumpcloud-provisioning' 'delegate-google-directory' 'delete-google-certificate' 'delete-old-certificate' 'delete-old-token' 'deploy-aws-sso' 'deploy-ssosync' 'download-aws-metadata' 'enable-identity-center' 'enable-okta-provisioning' 'enable-onelogin-provisioning' 'enable-organizations' 'enable-scim' 'end-onelogin-approval' 'enter-new-cyberark-token' 'enter-new-entra-token' 'enter-new-google-token' 'enter-new-jumpcloud-token' 'enter-new-okta-token' 'enter-new-onelogin-token' 'enter-new-ping-token' 'enter-new-pingfederate-token' 'enter-new-provider-token' 'generate-okta-certificate' 'import-new-certificate' 'keep-alternative-acs-url' 'keep-emergency-access' 'leave-cyberark-saml-response' 'let-pilot-group-in' 'look-into-cloudtrail' 'make-groups-of-onelogin-roles' 'make-jumpcloud-certificate' 'map-cyberark-roles' 'map-entra-groups' 'map-entra-users' 'map-google-attributes' 'map-groups-in-catalog' 'map-ping-subject' 'map-provider-attributes' 'name-permission-sets' 'open-identity-source' 'open-second-session' 'permit-cyberark-application' 'prepare-pingfederate' 'push-okta-groups' 'push-provider-groups' 'record-access' 'record-aws-metadata' 'record-groups' 'record-instance' 'record-scim-token' 'record-trusted-certificates' 'record-users' 'register-aws-at-provider' 'register-aws-in-cyberark' 'register-aws-in-entra' 'register-aws-in-google' 'register-aws-in-jumpcloud' 'register-aws-in-okta' 'register-aws-in-onelogin' 'register-aws-in-ping' 'remind-of-certificate' 'remind-of-next-certificate' 'remind-of-next-renewal' 'remind-of-token-renewal' 'remove-old-entra-certificate' 'renew-aws-metadata' 'renew-ssosync-token' 'restore-assignments' 'save-cyberark-metadata' 'save-entra-metadata' 'save-google-metadata' 'save-jumpcloud-metadata' 'save-new-ping-metadata' 'save-okta-metadata' 'save-onelogin-metadata' 'save-ping-metadata' 'save-provider-metadata' 'save-running-google-metadata' 'see-change-arrive' 'see-identity-source' 'see-name-id-sent' 'see-what-provider-can-do' 'select-cyberark-certificate' 'set-cyberark-account-mapping' 'set-entra-name-id' 'set-entra-sign-on-url' 'set-jumpcloud-name-id' 'set-okta-domain' 'set-okta-session-lifetime' 'set-okta-username-format' 'set-onelogin-name-id' 'set-provider-name-id' 'set-provider-session-lifetime' 'set-provider-signing' 'snapshot-identity-center' 'start-entra-provisioning' 'stop-former-provisioning' 'store-sync-parameters' 'synchronise-onelogin' 'test-application-tile' 'test-command-line' 'test-new-certificate' 'test-portal-sign-in' 'turn-on-google-service' 'upload-idp-metadata' 'upload-jumpcloud-certificate' 'use-core-root-account' 'weigh-change-from-active-directory' 'weigh-change-from-directory' 'weigh-change-from-other-idp') ;;
  'validate --fail-on' | 'config explain --fail-on') list=('error' 'warning' 'note' 'never') ;;
  'validate --select' | 'validate --ignore' | 'config explain --select' | 'config explain --ignore') divider=',' list=('XML' 'MD' 'IDP' 'SP' 'KEY' 'ALG' 'NID' 'AWS' 'PAIR' 'SCIM' 'XML001' 'XML002' 'XML003' 'XML004' 'XML005' 'XML006' 'XML007' 'XML008' 'XML009' 'XML010' 'XML011' 'XML012' 'XML013' 'MD001' 'MD002' 'MD003' 'MD004' 'MD005' 'MD006' 'MD007' 'MD008' 'MD009' 'MD010' 'MD011' 'MD012' 'MD013' 'MD014' 'MD015' 'MD016' 'MD017' 'MD018' 'MD019' 'MD020' 'IDP001' 'IDP002' 'IDP003' 'IDP004' 'IDP005' 'IDP006' 'IDP007' 'IDP008' 'IDP009' 'IDP010' 'IDP011' 'SP001' 'SP002' 'SP003' 'SP004' 'SP005' 'SP006' 'SP007' 'SP008' 'SP009' 'KEY001' 'KEY002' 'KEY003' 'KEY004' 'KEY005' 'KEY006' 'KEY007' 'KEY008' 'KEY009' 'KEY010' 'KEY011' 'KEY012' 'KEY013' 'KEY014' 'KEY015' 'KEY016' 'KEY017' 'KEY018' 'KEY019' 'KEY020' 'KEY021' 'KEY022' 'KEY023' 'ALG001' 'ALG002' 'ALG003' 'ALG004' 'ALG005' 'ALG006' 'ALG007' 'NID001' 'NID002' 'NID003' 'NID004' 'AWS001' 'AWS002' 'AWS003' 'AWS004' 'AWS005' 'AWS006' 'AWS007' 'AWS008' 'AWS009' 'AWS010' 'AWS011' 'AWS012' 'AWS013' 'AWS014' 'AWS015' 'AWS016' 'AWS017' 'PAIR001' 'PAIR003' 'PAIR004' 'PAIR005' 'PAIR006' 'PAIR007' 'PAIR008' 'PAIR009' 'PAIR010' 'PAIR011' 'PAIR012' 'PAIR013' 'PAIR014' 'PAIR015' 'PAIR016' 'PAIR017' 'PAIR018' 'PAIR019' 'SCIM001' 'SCIM002' 'SCIM003' 'SCIM004' 'SCIM005' 'SCIM027') ;;
  'validate --format') list=('human' 'concise' 'json' 'sarif' 'junit' 'github' 'markdown') ;;
  'export --for') list=('all' 'idp-admin' 'aws-admin') ;;
  'export --format') list=('markdown' 'html' 'json' 'ics') ;;
  'rules --format') list=('human' 'markdown' 'json') ;;
  *' --store') offer=directories ;;
  *' --color') list=('auto' 'always' 'never') ;;
  *) return 1 ;;
  esac
}

# What may be an argument: $1 is the command and the number of arguments before it.
_signpost_argument() {
  list=() offer=
  case $1 in
  'setup 0' | 'export 0') list=('okta' 'entra-id' 'jumpcloud' 'google-workspace' 'cyberark' 'onelogin' 'ping' 'generic') ;;
  'step done '* | 'step skip '* | 'step reopen '* | 'step note '* | 'step answer '*) list=('activate-entra-certificate' 'activate-google-provisioning' 'activate-jumpcloud-application' 'activate-okta-certificate' 'activate-provider-certificate' 'add-cyberark-application' 'add-cyberark-certificate' 'add-entra-application' 'add-google-application' 'add-google-certificate' 'add-jumpcloud-application' 'add-missing-groups' 'add-okta-application' 'add-onelogin-application' 'add-ping-application' 'admit-everybody' 'allow-ping-people' 'assign-account-access' 'assign-entra-application' 'assign-okta-application' 'assign-onelogin-application' 'assign-ping-key-pair' 'assign-pingfederate-key-pair' 'assign-saml-application' 'bind-jumpcloud-groups' 'centralize-root-access' 'change-identity-source' 'change-onelogin-certificate' 'check-both-files' 'check-google-profiles' 'check-groups' 'check-jumpcloud-profiles' 'check-okta-attributes' 'check-ping-profiles' 'check-users' 'choose-cyberark-sync-options' 'choose-entra-groups' 'choose-google-certificate' 'choose-google-groups' 'choose-pilot-group' 'choose-ping-groups' 'choose-portal-alias' 'compare-name-id' 'compare-values-in-aws' 'compare-values-in-cyberark' 'compare-values-in-entra-id' 'compare-values-in-generic' 'compare-values-in-google-workspace' 'compare-values-in-jumpcloud' 'compare-values-in-okta' 'compare-values-in-onelogin' 'compare-values-in-ping' 'compare-values-in-pingfederate' 'compare-with-snapshot' 'configure-google-provisioning' 'connect-cyberark-to-scim' 'connect-entra-to-scim' 'connect-jumpcloud-to-scim' 'connect-okta-to-scim' 'connect-onelogin-to-scim' 'connect-ping-to-scim' 'connect-pingfederate-to-scim' 'connect-provider-to-scim' 'create-cyberark-roles' 'create-entra-certificate' 'create-google-service-account' 'create-groups-by-command' 'create-groups-in-aws' 'create-jumpcloud-groups' 'create-okta-groups' 'create-onelogin-certificate' 'create-onelogin-roles' 'create-permission-set' 'create-ping-key-pair' 'create-pingfederate-channel' 'create-pingfederate-connection' 'create-pingfederate-key-pair' 'create-provider-certificate' 'create-provider-groups' 'create-saml-application' 'create-second-token' 'create-users-by-hand' 'deactivate-jumpcloud-provisioning' 'delegate-google-directory' 'delete-google-certificate' 'delete-old-certificate' 'delete-old-token' 'deploy-aws-sso' 'deploy-ssosync' 'download-aws-metadata' 'enable-identity-center' 'enable-okta-provisioning' 'enable-onelogin-provisioning' 'enable-organizations' 'enable-scim' 'end-onelogin-approval' 'enter-new-cyberark-token' 'enter-new-entra-token' 'enter-new-google-token' 'enter-new-jumpcloud-token' 'enter-new-okta-token' 'enter-new-onelogin-token' 'enter-new-ping-token' 'enter-new-pingfederate-token' 'enter-new-provider-token' 'generate-okta-certificate' 'import-new-certificate' 'keep-alternative-acs-url' 'keep-emergency-access' 'leave-cyberark-saml-response' 'let-pilot-group-in' 'look-into-cloudtrail' 'make-groups-of-onelogin-roles' 'make-jumpcloud-certificate' 'map-cyberark-roles' 'map-entra-groups' 'map-entra-users' 'map-google-attributes' 'map-groups-in-catalog' 'map-ping-subject' 'map-provider-attributes' 'name-permission-sets' 'open-identity-source' 'open-second-session' 'permit-cyberark-application' 'prepare-pingfederate' 'push-okta-groups' 'push-provider-groups' 'record-access' 'record-aws-metadata' 'record-groups' 'record-instance' 'record-scim-token' 'record-trusted-certificates' 'record-users' 'register-aws-at-provider' 'register-aws-in-cyberark' 'register-aws-in-entra' 'register-aws-in-google' 'register-aws-in-jumpcloud' 'register-aws-in-okta' 'register-aws-in-onelogin' 'register-aws-in-ping' 'remind-of-certificate' 'remind-of-next-certificate' 'remind-of-next-renewal' 'remind-of-token-renewal' 'remove-old-entra-certificate' 'renew-aws-metadata' 'renew-ssosync-token' 'restore-assignments' 'save-cyberark-metadata' 'save-entra-metadata' 'save-google-metadata' 'save-jumpcloud-metadata' 'save-new-ping-metadata' 'save-okta-metadata' 'save-onelogin-metadata' 'save-ping-metadata' 'save-provider-metadata' 'save-running-google-metadata' 'see-change-arrive' 'see-identity-source' 'see-name-id-sent' 'see-what-provider-can-do' 'select-cyberark-certificate' 'set-cyberark-account-mapping' 'set-entra-name-id' 'set-entra-sign-on-url' 'set-jumpcloud-name-id' 'set-okta-domain' 'set-okta-session-lifetime' 'set-okta-username-format' 'set-onelogin-name-id' 'set-provider-name-id' 'set-provider-session-lifetime' 'set-provider-signing' 'snapshot-identity-center' 'start-entra-provisioning' 'stop-former-provisioning' 'store-sync-parameters' 'synchronise-onelogin' 'test-application-tile' 'test-command-line' 'test-new-certificate' 'test-portal-sign-in' 'turn-on-google-service' 'upload-idp-metadata' 'upload-jumpcloud-certificate' 'use-core-root-account' 'weigh-change-from-active-directory' 'weigh-change-from-directory' 'weigh-change-from-other-idp') ;;
  'validate '* | 'inspect 0' | 'compare 0' | 'compare 1' | 'import 0' | 'diagnose 0') offer=files ;;
  'generate 0') list=('aws-config' 'cloudformation' 'aws-sso-stack' 'ssosync') ;;
  'explain '*) list=('XML001' 'XML002' 'XML003' 'XML004' 'XML005' 'XML006' 'XML007' 'XML008' 'XML009' 'XML010' 'XML011' 'XML012' 'XML013' 'MD001' 'MD002' 'MD003' 'MD004' 'MD005' 'MD006' 'MD007' 'MD008' 'MD009' 'MD010' 'MD011' 'MD012' 'MD013' 'MD014' 'MD015' 'MD016' 'MD017' 'MD018' 'MD019' 'MD020' 'IDP001' 'IDP002' 'IDP003' 'IDP004' 'IDP005' 'IDP006' 'IDP007' 'IDP008' 'IDP009' 'IDP010' 'IDP011' 'SP001' 'SP002' 'SP003' 'SP004' 'SP005' 'SP006' 'SP007' 'SP008' 'SP009' 'KEY001' 'KEY002' 'KEY003' 'KEY004' 'KEY005' 'KEY006' 'KEY007' 'KEY008' 'KEY009' 'KEY010' 'KEY011' 'KEY012' 'KEY013' 'KEY014' 'KEY015' 'KEY016' 'KEY017' 'KEY018' 'KEY019' 'KEY020' 'KEY021' 'KEY022' 'KEY023' 'ALG001' 'ALG002' 'ALG003' 'ALG004' 'ALG005' 'ALG006' 'ALG007' 'NID001' 'NID002' 'NID003' 'NID004' 'AWS001' 'AWS002' 'AWS003' 'AWS004' 'AWS005' 'AWS006' 'AWS007' 'AWS008' 'AWS009' 'AWS010' 'AWS011' 'AWS012' 'AWS013' 'AWS014' 'AWS015' 'AWS016' 'AWS017' 'PAIR001' 'PAIR003' 'PAIR004' 'PAIR005' 'PAIR006' 'PAIR007' 'PAIR008' 'PAIR009' 'PAIR010' 'PAIR011' 'PAIR012' 'PAIR013' 'PAIR014' 'PAIR015' 'PAIR016' 'PAIR017' 'PAIR018' 'PAIR019' 'SCIM001' 'SCIM002' 'SCIM003' 'SCIM004' 'SCIM005' 'SCIM027' 'SCIM006' 'SCIM007' 'SCIM008' 'SCIM009' 'SCIM010' 'SCIM011' 'SCIM012' 'SCIM013' 'SCIM014' 'SCIM015' 'SCIM016' 'SCIM017' 'SCIM018' 'SCIM019' 'SCIM020' 'SCIM021' 'SCIM022' 'SCIM023' 'SCIM024' 'SCIM025' 'SCIM026' 'RESP001' 'RESP002' 'RESP003' 'RESP004' 'RESP005' 'RESP006' 'RESP007' 'RESP008' 'RESP009' 'RESP010' 'RESP011' 'RESP012' 'RESP013' 'RESP014' 'RESP015' 'RESP016' 'RESP017' 'RESP018' 'RESP019' 'RESP020' 'RESP021' 'RESP022' 'RESP023' 'RESP024' 'RESP025' 'RESP026' 'RESP027' 'RESP028' 'RESP029' 'RESP030' 'RESP031' 'RESP032' 'RESP033' 'RESP034' 'RESP035' 'RESP036' 'RESP037' 'RESP038' 'RESP039' 'RESP040' 'RESP041' 'RESP042' 'RESP043' 'RESP044' 'activate-entra-certificate' 'activate-google-provisioning' 'activate-jumpcloud-application' 'activate-okta-certificate' 'activate-provider-certificate' 'add-cyberark-application' 'add-cyberark-certificate' 'add-entra-application' 'add-google-application' 'add-google-certificate' 'add-jumpcloud-application' 'add-missing-groups' 'add-okta-application' 'add-onelogin-application' 'add-ping-application' 'admit-everybody' 'allow-ping-people' 'assign-account-access' 'assign-entra-application' 'assign-okta-application' 'assign-onelogin-application' 'assign-ping-key-pair' 'assign-pingfederate-key-pair' 'assign-saml-application' 'bind-jumpcloud-groups' 'centralize-root-access' 'change-identity-source' 'change-onelogin-certificate' 'check-both-files' 'check-google-profiles' 'check-groups' 'check-jumpcloud-profiles' 'check-okta-attributes' 'check-ping-profiles' 'check-users' 'choose-cyberark-sync-options' 'choose-entra-groups' 'choose-google-certificate' 'choose-google-groups' 'choose-pilot-group' 'choose-ping-groups' 'choose-portal-alias' 'compare-name-id' 'compare-values-in-aws' 'compare-values-in-cyberark' 'compare-values-in-entra-id' 'compare-values-in-generic' 'compare-values-in-google-workspace' 'compare-values-in-jumpcloud' 'compare-values-in-okta' 'compare-values-in-onelogin' 'compare-values-in-ping' 'compare-values-in-pingfederate' 'compare-with-snapshot' 'configure-google-provisioning' 'connect-cyberark-to-scim' 'connect-entra-to-scim' 'connect-jumpcloud-to-scim' 'connect-okta-to-scim' 'connect-onelogin-to-scim' 'connect-ping-to-scim' 'connect-pingfederate-to-scim' 'connect-provider-to-scim' 'create-cyberark-roles' 'create-entra-certificate' 'create-google-service-account' 'create-groups-by-command' 'create-groups-in-aws' 'create-jumpcloud-groups' 'create-okta-groups' 'create-onelogin-certificate' 'create-onelogin-roles' 'create-permission-set' 'create-ping-key-pair' 'create-pingfederate-channel' 'create-pingfederate-connection' 'create-pingfederate-key-pair' 'create-provider-certificate' 'create-provider-groups' 'create-saml-application' 'create-second-token' 'create-users-by-hand' 'deactivate-jumpcloud-provisioning' 'delegate-google-directory' 'delete-google-certificate' 'delete-old-certificate' 'delete-old-token' 'deploy-aws-sso' 'deploy-ssosync' 'download-aws-metadata' 'enable-identity-center' 'enable-okta-provisioning' 'enable-onelogin-provisioning' 'enable-organizations' 'enable-scim' 'end-onelogin-approval' 'enter-new-cyberark-token' 'enter-new-entra-token' 'enter-new-google-token' 'enter-new-jumpcloud-token' 'enter-new-okta-token' 'enter-new-onelogin-token' 'enter-new-ping-token' 'enter-new-pingfederate-token' 'enter-new-provider-token' 'generate-okta-certificate' 'import-new-certificate' 'keep-alternative-acs-url' 'keep-emergency-access' 'leave-cyberark-saml-response' 'let-pilot-group-in' 'look-into-cloudtrail' 'make-groups-of-onelogin-roles' 'make-jumpcloud-certificate' 'map-cyberark-roles' 'map-entra-groups' 'map-entra-users' 'map-google-attributes' 'map-groups-in-catalog' 'map-ping-subject' 'map-provider-attributes' 'name-permission-sets' 'open-identity-source' 'open-second-session' 'permit-cyberark-application' 'prepare-pingfederate' 'push-okta-groups' 'push-provider-groups' 'record-access' 'record-aws-metadata' 'record-groups' 'record-instance' 'record-scim-token' 'record-trusted-certificates' 'record-users' 'register-aws-at-provider' 'register-aws-in-cyberark' 'register-aws-in-entra' 'register-aws-in-google' 'register-aws-in-jumpcloud' 'register-aws-in-okta' 'register-aws-in-onelogin' 'register-aws-in-ping' 'remind-of-certificate' 'remind-of-next-certificate' 'remind-of-next-renewal' 'remind-of-token-renewal' 'remove-old-entra-certificate' 'renew-aws-metadata' 'renew-ssosync-token' 'restore-assignments' 'save-cyberark-metadata' 'save-entra-metadata' 'save-google-metadata' 'save-jumpcloud-metadata' 'save-new-ping-metadata' 'save-okta-metadata' 'save-onelogin-metadata' 'save-ping-metadata' 'save-provider-metadata' 'save-running-google-metadata' 'see-change-arrive' 'see-identity-source' 'see-name-id-sent' 'see-what-provider-can-do' 'select-cyberark-certificate' 'set-cyberark-account-mapping' 'set-entra-name-id' 'set-entra-sign-on-url' 'set-jumpcloud-name-id' 'set-okta-domain' 'set-okta-session-lifetime' 'set-okta-username-format' 'set-onelogin-name-id' 'set-provider-name-id' 'set-provider-session-lifetime' 'set-provider-signing' 'snapshot-identity-center' 'start-entra-provisioning' 'stop-former-provisioning' 'store-sync-parameters' 'synchronise-onelogin' 'test-application-tile' 'test-command-line' 'test-new-certificate' 'test-portal-sign-in' 'turn-on-google-service' 'upload-idp-metadata' 'upload-jumpcloud-certificate' 'use-core-root-account' 'weigh-change-from-active-directory' 'weigh-change-from-directory' 'weigh-change-from-other-idp') ;;
  'completions 0') list=('bash' 'zsh' 'fish') ;;
  'help '*) list=('setup' 'status' 'step' 'log' 'validate' 'inspect' 'compare' 'export' 'import' 'verify' 'diagnose' 'generate' 'rules' 'explain' 'config' 'completions' 'man' 'help' 'configuration' 'environment' 'exit-status' 'formats') ;;
  esac
}

_signpost() {
  local words list word raw cur stem lead path= flag= only= glued= offer= divider= count=0 last i
  words=() list=() COMPREPLY=()
  # Readline divides the line at = and : too; what belongs together is put together again.
  for ((i = 1; i <= COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    last=$((${#words[@]} - 1))
    if ((last >= 0)) && [[ -n $word && ($glued || $word == [=:]*) ]]; then
      words[last]+=$word
    else
      words[last + 1]=$word
    fi
    glued=
    [[ $word =~ ^[=:]+$ ]] && glued=1
  done
  last=$((${#words[@]} - 1))
  cur=${words[last]}
  # Readline replaces only what stands behind the last of its divisions: the rest is not repeated.
  raw=${COMP_WORDS[COMP_CWORD]}
  [[ $glued ]] && raw=
  lead=${cur%"$raw"}

  for ((i = 0; i < last; i++)); do
    word=${words[i]}
    if [[ $flag ]]; then
      flag=
    elif [[ -z $only && $word == -- ]]; then
      only=1
    elif [[ -z $only && $word == -?* ]]; then
      [[ $word != *=* ]] && _signpost_value "$path $word" && flag=$word
    else
      _signpost_actions "$path"
      if ((count == 0)) && _signpost_holds "$word"; then
        path="${path:+$path }$word"
      else
        count=$((count + 1))
      fi
    fi
  done

  list=() offer= divider= stem=
  if [[ $flag ]]; then
    _signpost_value "$path $flag"
  elif [[ -z $only && $cur == --*=* ]]; then
    flag=${cur%%=*}
    stem=$flag=
    _signpost_value "$path $flag" || return 0
  elif [[ -z $only && $cur == -* ]]; then
    _signpost_flags "$path"
  else
    ((count == 0)) && _signpost_actions "$path"
    ((${#list[@]})) || _signpost_argument "$path $count"
    ((${#list[@]})) || [[ $offer || $only ]] || _signpost_flags "$path"
  fi
  case $offer in
  files) _signpost_files default -f "${cur#"$stem"}" ;;
  directories) _signpost_files dirnames -d "${cur#"$stem"}" ;;
  esac
  if [[ $divider ]]; then
    word=${cur#"$stem"}
    [[ $word == *"$divider"* ]] && stem=$stem${word%"$divider"*}$divider
  fi
  for word in ${list[@]+"${list[@]}"}; do
    word=$stem$word
    [[ $word == "$cur"* ]] && COMPREPLY+=("${word#"$lead"}")
  done
  return 0
}

# Whether a word is in the list.
_signpost_holds() {
  local item
  for item in ${list[@]+"${list[@]}"}; do
    [[ $item == "$1" ]] && return 0
  done
  return 1
}

# Files or directories: by readline itself, which knows how to quote them; by their names where it cannot be told to.
_signpost_files() {
  type compopt >/dev/null 2>&1 && compopt -o "$1" 2>/dev/null && return
  local IFS=$'\n'
  COMPREPLY=($(compgen "$2" -- "$3"))
}
complete -F _signpost signpost
