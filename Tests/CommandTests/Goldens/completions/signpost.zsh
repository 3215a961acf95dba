#compdef signpost
# Completion of signpost for zsh, made by: signpost completions zsh
# Changes belong into the grammar of the program: this file is written anew with every version.

_signpost() {
  local context state state_descr line
  typeset -A opt_args
  _arguments -C \
    '--name=[the set-up; needed if there are several]:SETUP: ' \
    '--store=[where set-ups are kept; else $SIGNPOST_STORE, a .signpost directory here or above, or the user'\''s state directory]:DIR:_files -/' \
    '--now=[the time that counts as now, such as 2026-11-21T00:00:00Z]:TIME: ' \
    '--color=[colour in the output]:WHEN:(auto always never)' \
    '--quiet[no progress and no hints; findings and errors are still printed]' \
    '--help[print help, for a command if one is given]' \
    '--version[print the version]' \
    '1: :->action' \
    '*:: :->rest' && return
  case $state in
  action)
    local -a actions=(
      'setup:start or resume the guided set-up'
        'status:show what is done, next and stale, and the dates ahead'
        'step:close, skip, reopen, annotate or answer steps'
        'log:show who did what and when, with which evidence'
        'validate:judge SAML metadata, one file or a pair'
        'inspect:show what a metadata file says, without judging it'
        'compare:what changed, and whether that costs sign-ins'
        'export:write the checklist as a document to hand over'
        'import:take ticks, values and notes back from an edited export'
        'verify:ask the live systems, and judge exported lists'
        'diagnose:explain a SAML response, a CloudTrail event or an error'
        'generate:write files for other tools from the set-up'\''s values'
        'rules:list the rules that validate applies'
        'explain:explain one rule or one step in full'
        'config:show the settings of validate'
        'completions:print what lets a shell complete command lines'
        'man:print the manual page, for man to show'
        'help:help about a command or a topic'
    )
    _describe -t commands command actions
    ;;
  rest)
    case $words[1] in
      'setup') _signpost_setup ;;
        'status') _signpost_status ;;
        'step') _signpost_step ;;
        'log') _signpost_log ;;
        'validate') _signpost_validate ;;
        'inspect') _signpost_inspect ;;
        'compare') _signpost_compare ;;
        'export') _signpost_export ;;
        'import') _signpost_import ;;
        'verify') _signpost_verify ;;
        'diagnose') _signpost_diagnose ;;
        'generate') _signpost_generate ;;
        'rules') _signpost_rules ;;
        'explain') _signpost_explain ;;
        'config') _signpost_config ;;
        'completions') _signpost_completions ;;
        'man') _signpost_man ;;
        'help') _signpost_help ;;
    esac
    ;;
  esac
}

_signpost_setup() {
  _arguments \
    '--idp-metadata=[the identity provider'\''s metadata]:FILE:_files' \
    '--aws-metadata=[the metadata of IAM Identity Center]:FILE:_files' \
    '--portal-url=[the AWS access portal URL]:URL: ' \
    '--answers=[answers to the questions, as JSON]:FILE:_files' \
    '--no-input[never ask; what is missing ends the command with status 4]' \
    '--flow=[what to do; where a set-up is there: go over to that flow of it, or back, and nothing is lost]:FLOW:(set-up migrate adopt rotate-certificate renew-scim-token)' \
    '--overlay=[the reference architecture to set up for; chosen when a set-up is begun]:NAME:(cloudposse)' \
    '--plain[line by line, without redrawing: for screen readers and logs]' \
    '--name=[the set-up; needed if there are several]:SETUP: ' \
    '--store=[where set-ups are kept; else $SIGNPOST_STORE, a .signpost directory here or above, or the user'\''s state directory]:DIR:_files -/' \
    '--now=[the time that counts as now, such as 2026-11-21T00:00:00Z]:TIME: ' \
    '--color=[colour in the output]:WHEN:(auto always never)' \
    '--quiet[no progress and no hints; findings and errors are still printed]' \
    '--help[print help, for a command if one is given]' \
    '--version[print the version]' \
    '1::provider:(okta entra-id jumpcloud google-workspace cyberark onelogin ping generic)'
}

_signpost_status() {
  _arguments \
    '--for=[only the steps of one of the two administrators]:WHO:(idp-admin aws-admin)' \
    '*--fail-on=[what makes the status 1]:WHAT:_values -s \, WHAT expiry incomplete' \
    '--expires-within=[how long before its day a date is near, such as 30d]:DURATION: ' \
    '--format=[for people or for programs]:FORMAT:(human json)' \
    '--name=[the set-up; needed if there are several]:SETUP: ' \
    '--store=[where set-ups are kept; else $SIGNPOST_STORE, a .signpost directory here or above, or the user'\''s state directory]:DIR:_files -/' \
    '--now=[the time that counts as now, such as 2026-11-21T00:00:00Z]:TIME: ' \
    '--color=[colour in the output]:WHEN:(auto always never)' \
    '--quiet[no progress and no hints; findings and errors are still printed]' \
    '--help[print help, for a command if one is given]' \
    '--version[print the version]'
}

_signpost_step() {
  local context state state_descr line
  typeset -A opt_args
  _arguments -C \
    '--name=[the set-up; needed if there are several]:SETUP: ' \
    '--store=[where set-ups are kept; else $SIGNPOST_STORE, a .signpost directory here or above, or the user'\''s state directory]:DIR:_files -/' \
    '--now=[the time that counts as now, such as 2026-11-21T00:00:00Z]:TIME: ' \
    '--color=[colour in the output]:WHEN:(auto always never)' \
    '--quiet[no progress and no hints; findings and errors are still printed]' \
    '--help[print help, for a command if one is given]' \
    '--version[print the version]' \
    '1: :->action' \
    '*:: :->rest' && return
  case $state in
  action)
    local -a actions=(
      'done:close steps, with the evidence that proves them'
        'skip:skip steps'
        'reopen:reopen steps that are done or skipped'
        'note:add a note to steps'
        'answer:give values that steps ask for'
    )
    _describe -t commands action actions
    ;;
  rest)
    case $words[1] in
      'done') _signpost_step_done ;;
        'skip') _signpost_step_skip ;;
        'reopen') _signpost_step_reopen ;;
        'note') _signpost_step_note ;;
        'answer') _signpost_step_answer ;;
    esac
    ;;
  esac
}

_signpost_step_done() {
  _arguments \
    '--reason=[why your word is enough, if there is no other proof]:TEXT: ' \
    '--evidence=[a file that proves it]:FILE:_files' \
    '*--value=[a value that the step asks for; never a secret]:KEY=VALUE: ' \
    '--name=[the set-up; needed if there are several]:SETUP: ' \
    '--store=[where set-ups are kept; else $SIGNPOST_STORE, a .signpost directory here or above, or the user'\''s state directory]:DIR:_files -/' \
    '--now=[the time that counts as now, such as 2026-11-21T00:00:00Z]:TIME: ' \
    '--color=[colour in the output]:WHEN:(auto always never)' \
    '--quiet[no progress and no hints; findings and errors are still printed]' \
    '--help[print help, for a command if one is given]' \
    '--version[print the version]' \
    '*:id:(activate-entra-certificate activate-google-provisioning activate-jumpcloud-application activate-okta-certificate activate-provider-certificate add-cyberark-application add-cyberark-certificate add-entra-application add-google-application add-google-certificate add-jumpcloud-application add-missing-groups add-okta-application add-onelogin-application add-ping-application admit-everybody allow-ping-people assign-account-access assign-entra-application assign-okta-application assign-onelogin-application assign-ping-key-pair assign-pingfederate-key-pair assign-saml-application bind-jumpcloud-groups centralize-root-access change-identity-source change-onelogin-certificate check-both-files check-google-profiles check-groups check-jumpcloud-profiles check-okta-attributes check-ping-profiles check-users choose-cyberark-sync-options choose-entra-groups choose-google-certificate choose-google-groups choose-pilot-group choose-ping-groups choose-portal-alias compare-name-id compare-values-in-aws compare-values-in-cyberark compare-values-in-entra-id compare-values-in-generic compare-values-in-google-workspace compare-values-in-jumpcloud compare-values-in-okta compare-values-in-onelogin compare-values-in-ping compare-values-in-pingfederate compare-with-snapshot configure-google-provisioning connect-cyberark-to-scim connect-entra-to-scim connect-jumpcloud-to-scim connect-okta-to-scim connect-onelogin-to-scim connect-ping-to-scim connect-pingfederate-to-scim connect-provider-to-scim create-cyberark-roles create-entra-certificate create-google-service-account create-groups-by-command create-groups-in-aws create-jumpcloud-groups create-okta-groups create-onelogin-certificate create-onelogin-roles create-permission-set create-ping-key-pair create-pingfederate-channel create-pingfederate-connection create-pingfederate-key-pair create-provider-certificate create-provider-groups create-saml-application create-second-token create-users-by-hand deactivate-jumpcloud-provisioning delegate-google-directory delete-google-certificate delete-old-certificate delete-old-token deploy-aws-sso deploy-ssosync download-aws-metadata enable-identity-center enable-okta-provisioning enable-onelogin-provisioning enable-organizations enable-scim end-onelogin-approval enter-new-cyberark-token enter-new-entra-token enter-new-google-token enter-new-jumpcloud-token enter-new-okta-token enter-new-onelogin-token enter-new-ping-token enter-new-pingfederate-token enter-new-provider-token generate-okta-certificate import-new-certificate keep-alternative-acs-url keep-emergency-access leave-cyberark-saml-response let-pilot-group-in look-into-cloudtrail make-groups-of-onelogin-roles make-jumpcloud-certificate map-cyberark-roles map-entra-groups map-entra-users map-google-attributes map-groups-in-catalog map-ping-subject map-provider-attributes name-permission-sets open-identity-source open-second-session permit-cyberark-application prepare-pingfederate push-okta-groups push-provider-groups record-access record-aws-metadata record-groups record-instance record-scim-token record-trusted-certificates record-users register-aws-at-provider register-aws-in-cyberark register-aws-in-entra register-aws-in-google register-aws-in-jumpcloud register-aws-in-okta register-aws-in-onelogin register-aws-in-ping remind-of-certificate remind-of-next-certificate remind-of-next-renewal remind-of-token-renewal remove-old-entra-certificate renew-aws-metadata renew-ssosync-token restore-assignments save-cyberark-metadata save-entra-metadata save-google-metadata save-jumpcloud-metadata save-new-ping-metadata save-okta-metadata save-onelogin-metadata save-ping-metadata save-provider-metadata save-running-google-metadata see-change-arrive see-identity-source see-name-id-sent see-what-provider-can-do select-cyberark-certificate set-cyberark-account-mapping set-entra-name-id set-entra-sign-on-url set-jumpcloud-name-id set-okta-domain set-okta-session-lifetime set-okta-username-format set-onelogin-name-id set-provider-name-id set-provider-session-lifetime set-provider-signing snapshot-identity-center start-entra-provisioning stop-former-provisioning store-sync-parameters synchronise-onelogin test-application-tile test-command-line test-new-certificate test-portal-sign-in turn-on-google-service upload-idp-metadata upload-jumpcloud-certificate use-core-root-account weigh-change-from-active-directory weigh-change-from-directory weigh-change-from-other-idp)'
}

_signpost_step_skip() {
  _arguments \
    '--reason=[why they are skipped]:TEXT: ' \
    '--name=[the set-up; needed if there are several]:SETUP: ' \
    '--store=[where set-ups are kept; else $SIGNPOST_STORE, a .signpost directory here or above, or the user'\''s state directory]:DIR:_files -/' \
    '--now=[the time that counts as now, such as 2026-11-21T00:00:00Z]:TIME: ' \
    '--color=[colour in the output]:WHEN:(auto always never)' \
    '--quiet[no progress and no hints; findings and errors are still printed]' \
    '--help[print help, for a command if one is given]' \
    '--version[print the version]' \
    '*:id:(activate-entra-certificate activate-google-provisioning activate-jumpcloud-application activate-okta-certificate activate-provider-certificate add-cyberark-application add-cyberark-certificate add-entra-application add-google-application add-google-certificate add-jumpcloud-application add-missing-groups add-okta-application add-onelogin-application add-ping-application admit-everybody allow-ping-people assign-account-access assign-entra-application assign-okta-application assign-onelogin-application assign-ping-key-pair assign-pingfederate-key-pair assign-saml-application bind-jumpcloud-groups centralize-root-access change-identity-source change-onelogin-certificate check-both-files check-google-profiles check-groups check-jumpcloud-profiles check-okta-attributes check-ping-profiles check-users choose-cyberark-sync-options choose-entra-groups choose-google-certificate choose-google-groups choose-pilot-group choose-ping-groups choose-portal-alias compare-name-id compare-values-in-aws compare-values-in-cyberark compare-values-in-entra-id compare-values-in-generic compare-values-in-google-workspace compare-values-in-jumpcloud compare-values-in-okta compare-values-in-onelogin compare-values-in-ping compare-values-in-pingfederate compare-with-snapshot configure-google-provisioning connect-cyberark-to-scim connect-entra-to-scim connect-jumpcloud-to-scim connect-okta-to-scim connect-onelogin-to-scim connect-ping-to-scim connect-pingfederate-to-scim connect-provider-to-scim create-cyberark-roles create-entra-certificate create-google-service-account create-groups-by-command create-groups-in-aws create-jumpcloud-groups create-okta-groups create-onelogin-certificate create-onelogin-roles create-permission-set create-ping-key-pair create-pingfederate-channel create-pingfederate-connection create-pingfederate-key-pair create-provider-certificate create-provider-groups create-saml-application create-second-token create-users-by-hand deactivate-jumpcloud-provisioning delegate-google-directory delete-google-certificate delete-old-certificate delete-old-token deploy-aws-sso deploy-ssosync download-aws-metadata enable-identity-center enable-okta-provisioning enable-onelogin-provisioning enable-organizations enable-scim end-onelogin-approval enter-new-cyberark-token enter-new-entra-token enter-new-google-token enter-new-jumpcloud-token enter-new-okta-token enter-new-onelogin-token enter-new-ping-token enter-new-pingfederate-token enter-new-provider-token generate-okta-certificate import-new-certificate keep-alternative-acs-url keep-emergency-access leave-cyberark-saml-response let-pilot-group-in look-into-cloudtrail make-groups-of-onelogin-roles make-jumpcloud-certificate map-cyberark-roles map-entra-groups map-entra-users map-google-attributes map-groups-in-catalog map-ping-subject map-provider-attributes name-permission-sets open-identity-source open-second-session permit-cyberark-application prepare-pingfederate push-okta-groups push-provider-groups record-access record-aws-metadata record-groups record-instance record-scim-token record-trusted-certificates record-users register-aws-at-provider register-aws-in-cyberark register-aws-in-entra register-aws-in-google register-aws-in-jumpcloud register-aws-in-okta register-aws-in-onelogin register-aws-in-ping remind-of-certificate remind-of-next-certificate remind-of-next-renewal remind-of-token-renewal remove-old-entra-certificate renew-aws-metadata renew-ssosync-token restore-assignments save-cyberark-metadata save-entra-metadata save-google-metadata save-jumpcloud-metadata save-new-ping-metadata save-okta-metadata save-onelogin-metadata save-ping-metadata save-provider-metadata save-running-google-metadata see-change-arrive see-identity-source see-name-id-sent see-what-provider-can-do select-cyberark-certificate set-cyberark-account-mapping set-entra-name-id set-entra-sign-on-url set-jumpcloud-name-id set-okta-domain set-okta-session-lifetime set-okta-username-format set-onelogin-name-id set-provider-name-id set-provider-session-lifetime set-provider-signing snapshot-identity-center start-entra-provisioning stop-former-provisioning store-sync-parameters synchronise-onelogin test-application-tile test-command-line test-new-certificate test-portal-sign-in turn-on-google-service upload-idp-metadata upload-jumpcloud-certificate use-core-root-account weigh-change-from-active-directory weigh-change-from-directory weigh-change-from-other-idp)'
}

_signpost_step_reopen() {
  _arguments \
    '--reason=[why they are open again]:TEXT: ' \
    '--name=[the set-up; needed if there are several]:SETUP: ' \
    '--store=[where set-ups are kept; else $SIGNPOST_STORE, a .signpost directory here or above, or the user'\''s state directory]:DIR:_files -/' \
    '--now=[the time that counts as now, such as 2026-11-21T00:00:00Z]:TIME: ' \
    '--color=[colour in the output]:WHEN:(auto always never)' \
    '--quiet[no progress and no hints; findings and errors are still printed]' \
    '--help[print help, for a command if one is given]' \
    '--version[print the version]' \
    '*:id:(activate-entra-certificate activate-google-provisioning activate-jumpcloud-application activate-okta-certificate activate-provider-certificate add-cyberark-application add-cyberark-certificate add-entra-application add-google-application add-google-certificate add-jumpcloud-application add-missing-groups add-okta-application add-onelogin-application add-ping-application admit-everybody allow-ping-people assign-account-access assign-entra-application assign-okta-application assign-onelogin-application assign-ping-key-pair assign-pingfederate-key-pair assign-saml-application bind-jumpcloud-groups centralize-root-access change-identity-source change-onelogin-certificate check-both-files check-google-profiles check-groups check-jumpcloud-profiles check-okta-attributes check-ping-profiles check-users choose-cyberark-sync-options choose-entra-groups choose-google-certificate choose-google-groups choose-pilot-group choose-ping-groups choose-portal-alias compare-name-id compare-values-in-aws compare-values-in-cyberark compare-values-in-entra-id compare-values-in-generic compare-values-in-google-workspace compare-values-in-jumpcloud compare-values-in-okta compare-values-in-onelogin compare-values-in-ping compare-values-in-pingfederate compare-with-snapshot configure-google-provisioning connect-cyberark-to-scim connect-entra-to-scim connect-jumpcloud-to-scim connect-okta-to-scim connect-onelogin-to-scim connect-ping-to-scim connect-pingfederate-to-scim connect-provider-to-scim create-cyberark-roles create-entra-certificate create-google-service-account create-groups-by-command create-groups-in-aws create-jumpcloud-groups create-okta-groups create-onelogin-certificate create-onelogin-roles create-permission-set create-ping-key-pair create-pingfederate-channel create-pingfederate-connection create-pingfederate-key-pair create-provider-certificate create-provider-groups create-saml-application create-second-token create-users-by-hand deactivate-jumpcloud-provisioning delegate-google-directory delete-google-certificate delete-old-certificate delete-old-token deploy-aws-sso deploy-ssosync download-aws-metadata enable-identity-center enable-okta-provisioning enable-onelogin-provisioning enable-organizations enable-scim end-onelogin-approval enter-new-cyberark-token enter-new-entra-token enter-new-google-token enter-new-jumpcloud-token enter-new-okta-token enter-new-onelogin-token enter-new-ping-token enter-new-pingfederate-token enter-new-provider-token generate-okta-certificate import-new-certificate keep-alternative-acs-url keep-emergency-access leave-cyberark-saml-response let-pilot-group-in look-into-cloudtrail make-groups-of-onelogin-roles make-jumpcloud-certificate map-cyberark-roles map-entra-groups map-entra-users map-google-attributes map-groups-in-catalog map-ping-subject map-provider-attributes name-permission-sets open-identity-source open-second-session permit-cyberark-application prepare-pingfederate push-okta-groups push-provider-groups record-access record-aws-metadata record-groups record-instance record-scim-token record-trusted-certificates record-users register-aws-at-provider register-aws-in-cyberark register-aws-in-entra register-aws-in-google register-aws-in-jumpcloud register-aws-in-okta register-aws-in-onelogin register-aws-in-ping remind-of-certificate remind-of-next-certificate remind-of-next-renewal remind-of-token-renewal remove-old-entra-certificate renew-aws-metadata renew-ssosync-token restore-assignments save-cyberark-metadata save-entra-metadata save-google-metadata save-jumpcloud-metadata save-new-ping-metadata save-okta-metadata save-onelogin-metadata save-ping-metadata save-provider-metadata save-running-google-metadata see-change-arrive see-identity-source see-name-id-sent see-what-provider-can-do select-cyberark-certificate set-cyberark-account-mapping set-entra-name-id set-entra-sign-on-url set-jumpcloud-name-id set-okta-domain set-okta-session-lifetime set-okta-username-format set-onelogin-name-id set-provider-name-id set-provider-session-lifetime set-provider-signing snapshot-identity-center start-entra-provisioning stop-former-provisioning store-sync-parameters synchronise-onelogin test-application-tile test-command-line test-new-certificate test-portal-sign-in turn-on-google-service upload-idp-metadata upload-jumpcloud-certificate use-core-root-account weigh-change-from-active-directory weigh-change-from-directory weigh-change-from-other-idp)'
}

_signpost_step_note() {
  _arguments \
    '--reason=[the note]:TEXT: ' \
    '--name=[the set-up; needed if there are several]:SETUP: ' \
    '--store=[where set-ups are kept; else $SIGNPOST_STORE, a .signpost directory here or above, or the user'\''s state directory]:DIR:_files -/' \
    '--now=[the time that counts as now, such as 2026-11-21T00:00:00Z]:TIME: ' \
    '--color=[colour in the output]:WHEN:(auto always never)' \
    '--quiet[no progress and no hints; findings and errors are still printed]' \
    '--help[print help, for a command if one is given]' \
    '--version[print the version]' \
    '*:id:(activate-entra-certificate activate-google-provisioning activate-jumpcloud-application activate-okta-certificate activate-provider-certificate add-cyberark-application add-cyberark-certificate add-entra-application add-google-application add-google-certificate add-jumpcloud-application add-missing-groups add-okta-application add-onelogin-application add-ping-application admit-everybody allow-ping-people assign-account-access assign-entra-application assign-okta-application assign-onelogin-application assign-ping-key-pair assign-pingfederate-key-pair assign-saml-application bind-jumpcloud-groups centralize-root-access change-identity-source change-onelogin-certificate check-both-files check-google-profiles check-groups check-jumpcloud-profiles check-okta-attributes check-ping-profiles check-users choose-cyberark-sync-options choose-entra-groups choose-google-certificate choose-google-groups choose-pilot-group choose-ping-groups choose-portal-alias compare-name-id compare-values-in-aws compare-values-in-cyberark compare-values-in-entra-id compare-values-in-generic compare-values-in-google-workspace compare-values-in-jumpcloud compare-values-in-okta compare-values-in-onelogin compare-values-in-ping compare-values-in-pingfederate compare-with-snapshot configure-google-provisioning connect-cyberark-to-scim connect-entra-to-scim connect-jumpcloud-to-scim connect-okta-to-scim connect-onelogin-to-scim connect-ping-to-scim connect-pingfederate-to-scim connect-provider-to-scim create-cyberark-roles create-entra-certificate create-google-service-account create-groups-by-command create-groups-in-aws create-jumpcloud-groups create-okta-groups create-onelogin-certificate create-onelogin-roles create-permission-set create-ping-key-pair create-pingfederate-channel create-pingfederate-connection create-pingfederate-key-pair create-provider-certificate create-provider-groups create-saml-application create-second-token create-users-by-hand deactivate-jumpcloud-provisioning delegate-google-directory delete-google-certificate delete-old-certificate delete-old-token deploy-aws-sso deploy-ssosync download-aws-metadata enable-identity-center enable-okta-provisioning enable-onelogin-provisioning enable-organizations enable-scim end-onelogin-approval enter-new-cyberark-token enter-new-entra-token enter-new-google-token enter-new-jumpcloud-token enter-new-okta-token enter-new-onelogin-token enter-new-ping-token enter-new-pingfederate-token enter-new-provider-token generate-okta-certificate import-new-certificate keep-alternative-acs-url keep-emergency-access leave-cyberark-saml-response let-pilot-group-in look-into-cloudtrail make-groups-of-onelogin-roles make-jumpcloud-certificate map-cyberark-roles map-entra-groups map-entra-users map-google-attributes map-groups-in-catalog map-ping-subject map-provider-attributes name-permission-sets open-identity-source open-second-session permit-cyberark-application prepare-pingfederate push-okta-groups push-provider-groups record-access record-aws-metadata record-groups record-instance record-scim-token record-trusted-certificates record-users register-aws-at-provider register-aws-in-cyberark register-aws-in-entra register-aws-in-google register-aws-in-jumpcloud register-aws-in-okta register-aws-in-onelogin register-aws-in-ping remind-of-certificate remind-of-next-certificate remind-of-next-renewal remind-of-token-renewal remove-old-entra-certificate renew-aws-metadata renew-ssosync-token restore-assignments save-cyberark-metadata save-entra-metadata save-google-metadata save-jumpcloud-metadata save-new-ping-metadata save-okta-metadata save-onelogin-metadata save-ping-metadata save-provider-metadata save-running-google-metadata see-change-arrive see-identity-source see-name-id-sent see-what-provider-can-do select-cyberark-certificate set-cyberark-account-mapping set-entra-name-id set-entra-sign-on-url set-jumpcloud-name-id set-okta-domain set-okta-session-lifetime set-okta-username-format set-onelogin-name-id set-provider-name-id set-provider-session-lifetime set-provider-signing snapshot-identity-center start-entra-provisioning stop-former-provisioning store-sync-parameters synchronise-onelogin test-application-tile test-command-line test-new-certificate test-portal-sign-in turn-on-google-service upload-idp-metadata upload-jumpcloud-certificate use-core-root-account weigh-change-from-active-directory weigh-change-from-directory weigh-change-from-other-idp)'
}

_signpost_step_answer() {
  _arguments \
    '*--value=[a value that the step asks for; never a secret]:KEY=VALUE: ' \
    '--evidence=[a file that proves it]:FILE:_files' \
    '--reason=[where the value comes from]:TEXT: ' \
    '--name=[the set-up; needed if there are several]:SETUP: ' \
    '--store=[where set-ups are kept; else $SIGNPOST_STORE, a .signpost directory here or above, or the user'\''s state directory]:DIR:_files -/' \
    '--now=[the time that counts as now, such as 2026-11-21T00:00:00Z]:TIME: ' \
    '--color=[colour in the output]:WHEN:(auto always never)' \
    '--quiet[no progress and no hints; findings and errors are still printed]' \
    '--help[print help, for a command if one is given]' \
    '--version[print the version]' \
    '*:id:(activate-entra-certificate activate-google-provisioning activate-jumpcloud-application activate-okta-certificate activate-provider-certificate add-cyberark-application add-cyberark-certificate add-entra-application add-google-application add-google-certificate add-jumpcloud-application add-missing-groups add-okta-application add-onelogin-application add-ping-application admit-everybody allow-ping-people assign-account-access assign-entra-application assign-okta-application assign-onelogin-application assign-ping-key-pair assign-pingfederate-key-pair assign-saml-application bind-jumpcloud-groups centralize-root-access change-identity-source change-onelogin-certificate check-both-files check-google-profiles check-groups check-jumpcloud-profiles check-okta-attributes check-ping-profiles check-users choose-cyberark-sync-options choose-entra-groups choose-google-certificate choose-google-groups choose-pilot-group choose-ping-groups choose-portal-alias compare-name-id compare-values-in-aws compare-values-in-cyberark compare-values-in-entra-id compare-values-in-generic compare-values-in-google-workspace compare-values-in-jumpcloud compare-values-in-okta compare-values-in-onelogin compare-values-in-ping compare-values-in-pingfederate compare-with-snapshot configure-google-provisioning connect-cyberark-to-scim connect-entra-to-scim connect-jumpcloud-to-scim connect-okta-to-scim connect-onelogin-to-scim connect-ping-to-scim connect-pingfederate-to-scim connect-provider-to-scim create-cyberark-roles create-entra-certificate create-google-service-account create-groups-by-command create-groups-in-aws create-jumpcloud-groups create-okta-groups create-onelogin-certificate create-onelogin-roles create-permission-set create-ping-key-pair create-pingfederate-channel create-pingfederate-connection create-pingfederate-key-pair create-provider-certificate create-provider-groups create-saml-application create-second-token create-users-by-hand deactivate-jumpcloud-provisioning delegate-google-directory delete-google-certificate delete-old-certificate delete-old-token deploy-aws-sso deploy-ssosync download-aws-metadata enable-identity-center enable-okta-provisioning enable-onelogin-provisioning enable-organizations enable-scim end-onelogin-approval enter-new-cyberark-token enter-new-entra-token enter-new-google-token enter-new-jumpcloud-token enter-new-okta-token enter-new-onelogin-token enter-new-ping-token enter-new-pingfederate-token enter-new-provider-token generate-okta-certificate import-new-certificate keep-alternative-acs-url keep-emergency-access leave-cyberark-saml-response let-pilot-group-in look-into-cloudtrail make-groups-of-onelogin-roles make-jumpcloud-certificate map-cyberark-roles map-entra-groups map-entra-users map-google-attributes map-groups-in-catalog map-ping-subject map-provider-attributes name-permission-sets open-identity-source open-second-session permit-cyberark-application prepare-pingfederate push-okta-groups push-provider-groups record-access record-aws-metadata record-groups record-instance record-scim-token record-trusted-certificates record-users register-aws-at-provider register-aws-in-cyberark register-aws-in-entra register-aws-in-google register-aws-in-jumpcloud register-aws-in-okta register-aws-in-onelogin register-aws-in-ping remind-of-certificate remind-of-next-certificate remind-of-next-renewal remind-of-token-renewal remove-old-entra-certificate renew-aws-metadata renew-ssosync-token restore-assignments save-cyberark-metadata save-entra-metadata save-google-metadata save-jumpcloud-metadata save-new-ping-metadata save-okta-metadata save-onelogin-metadata save-ping-metadata save-provider-metadata save-running-google-metadata see-change-arrive see-identity-source see-name-id-sent see-what-provider-can-do select-cyberark-certificate set-cyberark-account-mapping set-entra-name-id set-entra-sign-on-url set-jumpcloud-name-id set-okta-domain set-okta-session-lifetime set-okta-username-format set-onelogin-name-id set-provider-name-id set-provider-session-lifetime set-provider-signing snapshot-identity-center start-entra-provisioning stop-former-provisioning store-sync-parameters synchronise-onelogin test-application-tile test-command-line test-new-certificate test-portal-sign-in turn-on-google-service upload-idp-metadata upload-jumpcloud-certificate use-core-root-account weigh-change-from-active-directory weigh-change-from-directory weigh-change-from-other-idp)'
}

_signpost_log() {
  _arguments \
    '*--step=[only what happened to a step]:ID:(activate-entra-certificate activate-google-provisioning activate-jumpcloud-application activate-okta-certificate activate-provider-certificate add-cyberark-application add-cyberark-certificate add-entra-application add-google-application add-google-certificate add-jumpcloud-application add-missing-groups add-okta-application add-onelogin-application add-ping-application admit-everybody allow-ping-people assign-account-access assign-entra-application assign-okta-application assign-onelogin-application assign-ping-key-pair assign-pingfederate-key-pair assign-saml-application bind-jumpcloud-groups centralize-root-access change-identity-source change-onelogin-certificate check-both-files check-google-profiles check-groups check-jumpcloud-profiles check-okta-attributes check-ping-profiles check-users choose-cyberark-sync-options choose-entra-groups choose-google-certificate choose-google-groups choose-pilot-group choose-ping-groups choose-portal-alias compare-name-id compare-values-in-aws compare-values-in-cyberark compare-values-in-entra-id compare-values-in-generic compare-values-in-google-workspace compare-values-in-jumpcloud compare-values-in-okta compare-values-in-onelogin compare-values-in-ping compare-values-in-pingfederate compare-with-snapshot configure-google-provisioning connect-cyberark-to-scim connect-entra-to-scim connect-jumpcloud-to-scim connect-okta-to-scim connect-onelogin-to-scim connect-ping-to-scim connect-pingfederate-to-scim connect-provider-to-scim create-cyberark-roles create-entra-certificate create-google-service-account create-groups-by-command create-groups-in-aws create-jumpcloud-groups create-okta-groups create-onelogin-certificate create-onelogin-roles create-permission-set create-ping-key-pair create-pingfederate-channel create-pingfederate-connection create-pingfederate-key-pair create-provider-certificate create-provider-groups create-saml-application create-second-token create-users-by-hand deactivate-jumpcloud-provisioning delegate-google-directory delete-google-certificate delete-old-certificate delete-old-token deploy-aws-sso deploy-ssosync download-aws-metadata enable-identity-center enable-okta-provisioning enable-onelogin-provisioning enable-organizations enable-scim end-onelogin-approval enter-new-cyberark-token enter-new-entra-token enter-new-google-token enter-new-jumpcloud-token enter-new-okta-token enter-new-onelogin-token enter-new-ping-token enter-new-pingfederate-token enter-new-provider-token generate-okta-certificate import-new-certificate keep-alternative-acs-url keep-emergency-access leave-cyberark-saml-response let-pilot-group-in look-into-cloudtrail make-groups-of-onelogin-roles make-jumpcloud-certificate map-cyberark-roles map-entra-groups map-entra-users map-google-attributes map-groups-in-catalog map-ping-subject map-provider-attributes name-permission-sets open-identity-source open-second-session permit-cyberark-application prepare-pingfederate push-okta-groups push-provider-groups record-access record-aws-metadata record-groups record-instance record-scim-token record-trusted-certificates record-users register-aws-at-provider register-aws-in-cyberark register-aws-in-entra register-aws-in-google register-aws-in-jumpcloud register-aws-in-okta register-aws-in-onelogin register-aws-in-ping remind-of-certificate remind-of-next-certificate remind-of-next-renewal remind-of-token-renewal remove-old-entra-certificate renew-aws-metadata renew-ssosync-token restore-assignments save-cyberark-metadata save-entra-metadata save-google-metadata save-jumpcloud-metadata save-new-ping-metadata save-okta-metadata save-onelogin-metadata save-ping-metadata save-provider-metadata save-running-google-metadata see-change-arrive see-identity-source see-name-id-sent see-what-provider-can-do select-cyberark-certificate set-cyberark-account-mapping set-entra-name-id set-entra-sign-on-url set-jumpcloud-name-id set-okta-domain set-okta-session-lifetime set-okta-username-format set-onelogin-name-id set-provider-name-id set-provider-session-lifetime set-provider-signing snapshot-identity-center start-entra-provisioning stop-former-provisioning store-sync-parameters synchronise-onelogin test-application-tile test-command-line test-new-certificate test-portal-sign-in turn-on-google-service upload-idp-metadata upload-jumpcloud-certificate use-core-root-account weigh-change-from-active-directory weigh-change-from-directory weigh-change-from-other-idp)' \
    '--format=[for people or for programs]:FORMAT:(human json)' \
    '--name=[the set-up; needed if there are several]:SETUP: ' \
    '--store=[where set-ups are kept; else $SIGNPOST_STORE, a .signpost directory here or above, or the user'\''s state directory]:DIR:_files -/' \
    '--now=[the time that counts as now, such as 2026-11-21T00:00:00Z]:TIME: ' \
    '--color=[colour in the output]:WHEN:(auto always never)' \
    '--quiet[no progress and no hints; findings and errors are still printed]' \
    '--help[print help, for a command if one is given]' \
    '--version[print the version]'
}

_signpost_validate() {
  _arguments \
    '--idp=[a file that must be the identity provider'\''s]:FILE:_files' \
    '--aws=[a file that must be AWS'\''s]:FILE:_files' \
    '--entity=[the only entity of a document that is judged]:ID: ' \
    '*--acs-url=[an ACS URL in the identity provider'\''s console]:URL: ' \
    '--entity-id=[the audience, or SP entity ID, in the same console]:TEXT: ' \
    '--name-id-format=[the NameID format in the same console]:TEXT: ' \
    '--sign-on-url=[the IdP sign-in URL in AWS'\''s console]:URL: ' \
    '--trusted-certificates=[PEM or fingerprints of the certificates that AWS'\''s console lists]:FILE:_files' \
    '--scim-endpoint=[the SCIM endpoint in the identity provider'\''s console]:URL: ' \
    '--fail-on=[the lowest severity that makes the status 1]:LEVEL:(error warning note never)' \
    '--expires-within=[how long before its end a certificate is reported, such as 30d or 2w]:DURATION: ' \
    '*--select=[only these rules or families, such as KEY]:ID:_values -s \, ID XML MD IDP SP KEY ALG NID AWS PAIR SCIM XML001 XML002 XML003 XML004 XML005 XML006 XML007 XML008 XML009 XML010 XML011 XML012 XML013 MD001 MD002 MD003 MD004 MD005 MD006 MD007 MD008 MD009 MD010 MD011 MD012 MD013 MD014 MD015 MD016 MD017 MD018 MD019 MD020 IDP001 IDP002 IDP003 IDP004 IDP005 IDP006 IDP007 IDP008 IDP009 IDP010 IDP011 SP001 SP002 SP003 SP004 SP005 SP006 SP007 SP008 SP009 KEY001 KEY002 KEY003 KEY004 KEY005 KEY006 KEY007 KEY008 KEY009 KEY010 KEY011 KEY012 KEY013 KEY014 KEY015 KEY016 KEY017 KEY018 KEY019 KEY020 KEY021 KEY022 KEY023 ALG001 ALG002 ALG003 ALG004 ALG005 ALG006 ALG007 NID001 NID002 NID003 NID004 AWS001 AWS002 AWS003 AWS004 AWS005 AWS006 AWS007 AWS008 AWS009 AWS010 AWS011 AWS012 AWS013 AWS014 AWS015 AWS016 AWS017 PAIR001 PAIR003 PAIR004 PAIR005 PAIR006 PAIR007 PAIR008 PAIR009 PAIR010 PAIR011 PAIR012 PAIR013 PAIR014 PAIR015 PAIR016 PAIR017 PAIR018 PAIR019 SCIM001 SCIM002 SCIM003 SCIM004 SCIM005 SCIM027' \
    '*--ignore=[all but these rules or families]:ID:_values -s \, ID XML MD IDP SP KEY ALG NID AWS PAIR SCIM XML001 XML002 XML003 XML004 XML005 XML006 XML007 XML008 XML009 XML010 XML011 XML012 XML013 MD001 MD002 MD003 MD004 MD005 MD006 MD007 MD008 MD009 MD010 MD011 MD012 MD013 MD014 MD015 MD016 MD017 MD018 MD019 MD020 IDP001 IDP002 IDP003 IDP004 IDP005 IDP006 IDP007 IDP008 IDP009 IDP010 IDP011 SP001 SP002 SP003 SP004 SP005 SP006 SP007 SP008 SP009 KEY001 KEY002 KEY003 KEY004 KEY005 KEY006 KEY007 KEY008 KEY009 KEY010 KEY011 KEY012 KEY013 KEY014 KEY015 KEY016 KEY017 KEY018 KEY019 KEY020 KEY021 KEY022 KEY023 ALG001 ALG002 ALG003 ALG004 ALG005 ALG006 ALG007 NID001 NID002 NID003 NID004 AWS001 AWS002 AWS003 AWS004 AWS005 AWS006 AWS007 AWS008 AWS009 AWS010 AWS011 AWS012 AWS013 AWS014 AWS015 AWS016 AWS017 PAIR001 PAIR003 PAIR004 PAIR005 PAIR006 PAIR007 PAIR008 PAIR009 PAIR010 PAIR011 PAIR012 PAIR013 PAIR014 PAIR015 PAIR016 PAIR017 PAIR018 PAIR019 SCIM001 SCIM002 SCIM003 SCIM004 SCIM005 SCIM027' \
    '*--severity=[another severity for a rule: error, warning or note]:ID=LEVEL: ' \
    '--verify-signature[verify each file'\''s own signature with xmlsec1, where it has one]' \
    '--jobs=[how many threads judge files, and the entities of a group; else one for each processor]:N: ' \
    '--config=[the settings; else the nearest .signpost.json, here or above]:FILE:_files' \
    '--baseline=[findings that are known: they are shown and do not make the status 1]:FILE:_files' \
    '--write-baseline=[write the findings of this run as known ones, and pass them]:FILE:_files' \
    '--format=[the form of the findings]:FORMAT:(human concise json sarif junit github markdown)' \
    '--output=[where the findings go; - is standard output]:FILE:_files' \
    '--name=[the set-up; needed if there are several]:SETUP: ' \
    '--store=[where set-ups are kept; else $SIGNPOST_STORE, a .signpost directory here or above, or the user'\''s state directory]:DIR:_files -/' \
    '--now=[the time that counts as now, such as 2026-11-21T00:00:00Z]:TIME: ' \
    '--color=[colour in the output]:WHEN:(auto always never)' \
    '--quiet[no progress and no hints; findings and errors are still printed]' \
    '--help[print help, for a command if one is given]' \
    '--version[print the version]' \
    '*:file:_files'
}

_signpost_inspect() {
  _arguments \
    '--format=[for people or for programs]:FORMAT:(human json)' \
    '--name=[the set-up; needed if there are several]:SETUP: ' \
    '--store=[where set-ups are kept; else $SIGNPOST_STORE, a .signpost directory here or above, or the user'\''s state directory]:DIR:_files -/' \
    '--now=[the time that counts as now, such as 2026-11-21T00:00:00Z]:TIME: ' \
    '--color=[colour in the output]:WHEN:(auto always never)' \
    '--quiet[no progress and no hints; findings and errors are still printed]' \
    '--help[print help, for a command if one is given]' \
    '--version[print the version]' \
    '1:file:_files'
}

_signpost_compare() {
  _arguments \
    '--planned[the change has not been made yet: nothing signs with a new key]' \
    '--format=[for people or for programs]:FORMAT:(human json)' \
    '--name=[the set-up; needed if there are several]:SETUP: ' \
    '--store=[where set-ups are kept; else $SIGNPOST_STORE, a .signpost directory here or above, or the user'\''s state directory]:DIR:_files -/' \
    '--now=[the time that counts as now, such as 2026-11-21T00:00:00Z]:TIME: ' \
    '--color=[colour in the output]:WHEN:(auto always never)' \
    '--quiet[no progress and no hints; findings and errors are still printed]' \
    '--help[print help, for a command if one is given]' \
    '--version[print the version]' \
    '1:old:_files' \
    '2:new:_files'
}

_signpost_export() {
  _arguments \
    '--for=[for whom the document is]:WHO:(all idp-admin aws-admin)' \
    '--flow=[what the checklist is for; without it, for a first set-up, or for what the set-up is in]:FLOW:(set-up migrate adopt rotate-certificate renew-scim-token)' \
    '--overlay=[the reference architecture of a blank checklist]:NAME:(cloudposse)' \
    '--format=[the form of the document]:FORMAT:(markdown html json ics)' \
    '--output=[where the document goes; - is standard output]:FILE:_files' \
    '--name=[the set-up; needed if there are several]:SETUP: ' \
    '--store=[where set-ups are kept; else $SIGNPOST_STORE, a .signpost directory here or above, or the user'\''s state directory]:DIR:_files -/' \
    '--now=[the time that counts as now, such as 2026-11-21T00:00:00Z]:TIME: ' \
    '--color=[colour in the output]:WHEN:(auto always never)' \
    '--quiet[no progress and no hints; findings and errors are still printed]' \
    '--help[print help, for a command if one is given]' \
    '--version[print the version]' \
    '1::provider:(okta entra-id jumpcloud google-workspace cyberark onelogin ping generic)'
}

_signpost_import() {
  _arguments \
    '--by=[who made the changes, if it was not you]:NAME: ' \
    '--dry-run[show what would be taken, and take nothing]' \
    '--name=[the set-up; needed if there are several]:SETUP: ' \
    '--store=[where set-ups are kept; else $SIGNPOST_STORE, a .signpost directory here or above, or the user'\''s state directory]:DIR:_files -/' \
    '--now=[the time that counts as now, such as 2026-11-21T00:00:00Z]:TIME: ' \
    '--color=[colour in the output]:WHEN:(auto always never)' \
    '--quiet[no progress and no hints; findings and errors are still printed]' \
    '--help[print help, for a command if one is given]' \
    '--version[print the version]' \
    '1:checklist.md:_files'
}

_signpost_verify() {
  local context state state_descr line
  typeset -A opt_args
  _arguments -C \
    '--name=[the set-up; needed if there are several]:SETUP: ' \
    '--store=[where set-ups are kept; else $SIGNPOST_STORE, a .signpost directory here or above, or the user'\''s state directory]:DIR:_files -/' \
    '--now=[the time that counts as now, such as 2026-11-21T00:00:00Z]:TIME: ' \
    '--color=[colour in the output]:WHEN:(auto always never)' \
    '--quiet[no progress and no hints; findings and errors are still printed]' \
    '--help[print help, for a command if one is given]' \
    '--version[print the version]' \
    '1: :->action' \
    '*:: :->rest' && return
  case $state in
  action)
    local -a actions=(
      'scim:whether the SCIM service works, and has the groups'
        'aws:whether AWS is set up as the set-up says'
        'groups:whether the required groups are there, spelt exactly'
        'users:whom AWS would refuse, and who could not sign in'
        'sign-in:where to sign in by hand, and whether it worked'
    )
    _describe -t commands action actions
    ;;
  rest)
    case $words[1] in
      'scim') _signpost_verify_scim ;;
        'aws') _signpost_verify_aws ;;
        'groups') _signpost_verify_groups ;;
        'users') _signpost_verify_users ;;
        'sign-in') _signpost_verify_sign_in ;;
    esac
    ;;
  esac
}

_signpost_verify_scim() {
  _arguments \
    '--endpoint=[the SCIM endpoint; else the set-up'\''s]:URL: ' \
    '--token-file=[a file with the token, yours alone (0600); - is standard input]:FILE:_files' \
    '--token-command=[a program that prints the token; no shell runs it]:CMD: ' \
    '*--group=[a group that must be there; else the set-up'\''s]:NAME: ' \
    '--user=[a user name that must be there; else the set-up'\''s]:NAME: ' \
    '--allow-endpoint=[an endpoint on 127.0.0.1 or \[::1\], for tests]:URL: ' \
    '--token-created=[the day on which the token was made, if it works]:DAY: ' \
    '--format=[for people or for programs]:FORMAT:(human json)' \
    '--name=[the set-up; needed if there are several]:SETUP: ' \
    '--store=[where set-ups are kept; else $SIGNPOST_STORE, a .signpost directory here or above, or the user'\''s state directory]:DIR:_files -/' \
    '--now=[the time that counts as now, such as 2026-11-21T00:00:00Z]:TIME: ' \
    '--color=[colour in the output]:WHEN:(auto always never)' \
    '--quiet[no progress and no hints; findings and errors are still printed]' \
    '--help[print help, for a command if one is given]' \
    '--version[print the version]'
}

_signpost_verify_aws() {
  _arguments \
    '--profile=[the profile of the command aws]:NAME: ' \
    '--print-policy[print the IAM policy that this needs, and ask nothing]' \
    '--format=[for people or for programs]:FORMAT:(human json)' \
    '--name=[the set-up; needed if there are several]:SETUP: ' \
    '--store=[where set-ups are kept; else $SIGNPOST_STORE, a .signpost directory here or above, or the user'\''s state directory]:DIR:_files -/' \
    '--now=[the time that counts as now, such as 2026-11-21T00:00:00Z]:TIME: ' \
    '--color=[colour in the output]:WHEN:(auto always never)' \
    '--quiet[no progress and no hints; findings and errors are still printed]' \
    '--help[print help, for a command if one is given]' \
    '--version[print the version]'
}

_signpost_verify_groups() {
  _arguments \
    '--from=[the exported list, CSV or JSON; - is standard input]:FILE:_files' \
    '*--group=[a group that must be there; else the set-up'\''s]:NAME: ' \
    '--endpoint=[the SCIM endpoint; else the set-up'\''s]:URL: ' \
    '--token-file=[a file with the token, yours alone (0600); - is standard input]:FILE:_files' \
    '--token-command=[a program that prints the token; no shell runs it]:CMD: ' \
    '--allow-endpoint=[an endpoint on 127.0.0.1 or \[::1\], for tests]:URL: ' \
    '--profile=[the profile of the command aws]:NAME: ' \
    '--format=[for people or for programs]:FORMAT:(human json)' \
    '--name=[the set-up; needed if there are several]:SETUP: ' \
    '--store=[where set-ups are kept; else $SIGNPOST_STORE, a .signpost directory here or above, or the user'\''s state directory]:DIR:_files -/' \
    '--now=[the time that counts as now, such as 2026-11-21T00:00:00Z]:TIME: ' \
    '--color=[colour in the output]:WHEN:(auto always never)' \
    '--quiet[no progress and no hints; findings and errors are still printed]' \
    '--help[print help, for a command if one is given]' \
    '--version[print the version]'
}

_signpost_verify_users() {
  _arguments \
    '--from=[the exported list, CSV or JSON; - is standard input]:FILE:_files' \
    '--identity-center=[the users of Identity Center, to preview sign-ins]:FILE:_files' \
    '--name-id=[the column that is sent as NameID]:COLUMN: ' \
    '--format=[for people or for programs]:FORMAT:(human json)' \
    '--name=[the set-up; needed if there are several]:SETUP: ' \
    '--store=[where set-ups are kept; else $SIGNPOST_STORE, a .signpost directory here or above, or the user'\''s state directory]:DIR:_files -/' \
    '--now=[the time that counts as now, such as 2026-11-21T00:00:00Z]:TIME: ' \
    '--color=[colour in the output]:WHEN:(auto always never)' \
    '--quiet[no progress and no hints; findings and errors are still printed]' \
    '--help[print help, for a command if one is given]' \
    '--version[print the version]'
}

_signpost_verify_sign_in() {
  _arguments \
    '--from=[the response of the sign-in or its event; - is standard input]:FILE:_files' \
    '--open[open the pages in the browser]' \
    '--format=[for people or for programs]:FORMAT:(human json)' \
    '--name=[the set-up; needed if there are several]:SETUP: ' \
    '--store=[where set-ups are kept; else $SIGNPOST_STORE, a .signpost directory here or above, or the user'\''s state directory]:DIR:_files -/' \
    '--now=[the time that counts as now, such as 2026-11-21T00:00:00Z]:TIME: ' \
    '--color=[colour in the output]:WHEN:(auto always never)' \
    '--quiet[no progress and no hints; findings and errors are still printed]' \
    '--help[print help, for a command if one is given]' \
    '--version[print the version]'
}

_signpost_diagnose() {
  _arguments \
    '--idp=[the identity provider'\''s metadata, where there is no set-up]:FILE:_files' \
    '--aws=[AWS'\''s metadata, where there is no set-up]:FILE:_files' \
    '--verify-signature[verify the signatures of a response with xmlsec1 and the identity provider'\''s metadata]' \
    '--show-values[show user names, addresses and attributes instead of hiding them]' \
    '--format=[for people or for programs]:FORMAT:(human json)' \
    '--name=[the set-up; needed if there are several]:SETUP: ' \
    '--store=[where set-ups are kept; else $SIGNPOST_STORE, a .signpost directory here or above, or the user'\''s state directory]:DIR:_files -/' \
    '--now=[the time that counts as now, such as 2026-11-21T00:00:00Z]:TIME: ' \
    '--color=[colour in the output]:WHEN:(auto always never)' \
    '--quiet[no progress and no hints; findings and errors are still printed]' \
    '--help[print help, for a command if one is given]' \
    '--version[print the version]' \
    '1::file:_files'
}

_signpost_generate() {
  _arguments \
    '--output=[where the file goes; - is standard output]:FILE:_files' \
    '--name=[the set-up; needed if there are several]:SETUP: ' \
    '--store=[where set-ups are kept; else $SIGNPOST_STORE, a .signpost directory here or above, or the user'\''s state directory]:DIR:_files -/' \
    '--now=[the time that counts as now, such as 2026-11-21T00:00:00Z]:TIME: ' \
    '--color=[colour in the output]:WHEN:(auto always never)' \
    '--quiet[no progress and no hints; findings and errors are still printed]' \
    '--help[print help, for a command if one is given]' \
    '--version[print the version]' \
    '1::artifact:(aws-config cloudformation aws-sso-stack ssosync)'
}

_signpost_rules() {
  _arguments \
    '--format=[for people or for programs]:FORMAT:(human markdown json)' \
    '--name=[the set-up; needed if there are several]:SETUP: ' \
    '--store=[where set-ups are kept; else $SIGNPOST_STORE, a .signpost directory here or above, or the user'\''s state directory]:DIR:_files -/' \
    '--now=[the time that counts as now, such as 2026-11-21T00:00:00Z]:TIME: ' \
    '--color=[colour in the output]:WHEN:(auto always never)' \
    '--quiet[no progress and no hints; findings and errors are still printed]' \
    '--help[print help, for a command if one is given]' \
    '--version[print the version]'
}

_signpost_explain() {
  _arguments \
    '--name=[the set-up; needed if there are several]:SETUP: ' \
    '--store=[where set-ups are kept; else $SIGNPOST_STORE, a .signpost directory here or above, or the user'\''s state directory]:DIR:_files -/' \
    '--now=[the time that counts as now, such as 2026-11-21T00:00:00Z]:TIME: ' \
    '--color=[colour in the output]:WHEN:(auto always never)' \
    '--quiet[no progress and no hints; findings and errors are still printed]' \
    '--help[print help, for a command if one is given]' \
    '--version[print the version]' \
    '*:id:(XML001 XML002 XML003 XML004 XML005 XML006 XML007 XML008 XML009 XML010 XML011 XML012 XML013 MD001 MD002 MD003 MD004 MD005 MD006 MD007 MD008 MD009 MD010 MD011 MD012 MD013 MD014 MD015 MD016 MD017 MD018 MD019 MD020 IDP001 IDP002 IDP003 IDP004 IDP005 IDP006 IDP007 IDP008 IDP009 IDP010 IDP011 SP001 SP002 SP003 SP004 SP005 SP006 SP007 SP008 SP009 KEY001 KEY002 KEY003 KEY004 KEY005 KEY006 KEY007 KEY008 KEY009 KEY010 KEY011 KEY012 KEY013 KEY014 KEY015 KEY016 KEY017 KEY018 KEY019 KEY020 KEY021 KEY022 KEY023 ALG001 ALG002 ALG003 ALG004 ALG005 ALG006 ALG007 NID001 NID002 NID003 NID004 AWS001 AWS002 AWS003 AWS004 AWS005 AWS006 AWS007 AWS008 AWS009 AWS010 AWS011 AWS012 AWS013 AWS014 AWS015 AWS016 AWS017 PAIR001 PAIR003 PAIR004 PAIR005 PAIR006 PAIR007 PAIR008 PAIR009 PAIR010 PAIR011 PAIR012 PAIR013 PAIR014 PAIR015 PAIR016 PAIR017 PAIR018 PAIR019 SCIM001 SCIM002 SCIM003 SCIM004 SCIM005 SCIM027 SCIM006 SCIM007 SCIM008 SCIM009 SCIM010 SCIM011 SCIM012 SCIM013 SCIM014 SCIM015 SCIM016 SCIM017 SCIM018 SCIM019 SCIM020 SCIM021 SCIM022 SCIM023 SCIM024 SCIM025 SCIM026 RESP001 RESP002 RESP003 RESP004 RESP005 RESP006 RESP007 RESP008 RESP009 RESP010 RESP011 RESP012 RESP013 RESP014 RESP015 RESP016 RESP017 RESP018 RESP019 RESP020 RESP021 RESP022 RESP023 RESP024 RESP025 RESP026 RESP027 RESP028 RESP029 RESP030 RESP031 RESP032 RESP033 RESP034 RESP035 RESP036 RESP037 RESP038 RESP039 RESP040 RESP041 RESP042 RESP043 RESP044 activate-entra-certificate activate-google-provisioning activate-jumpcloud-application activate-okta-certificate activate-provider-certificate add-cyberark-application add-cyberark-certificate add-entra-application add-google-application add-google-certificate add-jumpcloud-application add-missing-groups add-okta-application add-onelogin-application add-ping-application admit-everybody allow-ping-people assign-account-access assign-entra-application assign-okta-application assign-onelogin-application assign-ping-key-pair assign-pingfederate-key-pair assign-saml-application bind-jumpcloud-groups centralize-root-access change-identity-source change-onelogin-certificate check-both-files check-google-profiles check-groups check-jumpcloud-profiles check-okta-attributes check-ping-profiles check-users choose-cyberark-sync-options choose-entra-groups choose-google-certificate choose-google-groups choose-pilot-group choose-ping-groups choose-portal-alias compare-name-id compare-values-in-aws compare-values-in-cyberark compare-values-in-entra-id compare-values-in-generic compare-values-in-google-workspace compare-values-in-jumpcloud compare-values-in-okta compare-values-in-onelogin compare-values-in-ping compare-values-in-pingfederate compare-with-snapshot configure-google-provisioning connect-cyberark-to-scim connect-entra-to-scim connect-jumpcloud-to-scim connect-okta-to-scim connect-onelogin-to-scim connect-ping-to-scim connect-pingfederate-to-scim connect-provider-to-scim create-cyberark-roles create-entra-certificate create-google-service-account create-groups-by-command create-groups-in-aws create-jumpcloud-groups create-okta-groups create-onelogin-certificate create-onelogin-roles create-permission-set create-ping-key-pair create-pingfederate-channel create-pingfederate-connection create-pingfederate-key-pair create-provider-certificate create-provider-groups create-saml-application create-second-token create-users-by-hand deactivate-jumpcloud-provisioning delegate-google-directory delete-google-certificate delete-old-certificate delete-old-token deploy-aws-sso deploy-ssosync download-aws-metadata enable-identity-center enable-okta-provisioning enable-onelogin-provisioning enable-organizations enable-scim end-onelogin-approval enter-new-cyberark-token enter-new-entra-token enter-new-google-token enter-new-jumpcloud-token enter-new-okta-token enter-new-onelogin-token enter-new-ping-token enter-new-pingfederate-token enter-new-provider-token generate-okta-certificate import-new-certificate keep-alternative-acs-url keep-emergency-access leave-cyberark-saml-response let-pilot-group-in look-into-cloudtrail make-groups-of-onelogin-roles make-jumpcloud-certificate map-cyberark-roles map-entra-groups map-entra-users map-google-attributes map-groups-in-catalog map-ping-subject map-provider-attributes name-permission-sets open-identity-source open-second-session permit-cyberark-application prepare-pingfederate push-okta-groups push-provider-groups record-access record-aws-metadata record-groups record-instance record-scim-token record-trusted-certificates record-users register-aws-at-provider register-aws-in-cyberark register-aws-in-entra register-aws-in-google register-aws-in-jumpcloud register-aws-in-okta register-aws-in-onelogin register-aws-in-ping remind-of-certificate remind-of-next-certificate remind-of-next-renewal remind-of-token-renewal remove-old-entra-certificate renew-aws-metadata renew-ssosync-token restore-assignments save-cyberark-metadata save-entra-metadata save-google-metadata save-jumpcloud-metadata save-new-ping-metadata save-okta-metadata save-onelogin-metadata save-ping-metadata save-provider-metadata save-running-google-metadata see-change-arrive see-identity-source see-name-id-sent see-what-provider-can-do select-cyberark-certificate set-cyberark-account-mapping set-entra-name-id set-entra-sign-on-url set-jumpcloud-name-id set-okta-domain set-okta-session-lifetime set-okta-username-format set-onelogin-name-id set-provider-name-id set-provider-session-lifetime set-provider-signing snapshot-identity-center start-entra-provisioning stop-former-provisioning store-sync-parameters synchronise-onelogin test-application-tile test-command-line test-new-certificate test-portal-sign-in turn-on-google-service upload-idp-metadata upload-jumpcloud-certificate use-core-root-account weigh-change-from-active-directory weigh-change-from-directory weigh-change-from-other-idp)'
}

_signpost_config() {
  local context state state_descr line
  typeset -A opt_args
  _arguments -C \
    '--name=[the set-up; needed if there are several]:SETUP: ' \
    '--store=[where set-ups are kept; else $SIGNPOST_STORE, a .signpost directory here or above, or the user'\''s state directory]:DIR:_files -/' \
    '--now=[the time that counts as now, such as 2026-11-21T00:00:00Z]:TIME: ' \
    '--color=[colour in the output]:WHEN:(auto always never)' \
    '--quiet[no progress and no hints; findings and errors are still printed]' \
    '--help[print help, for a command if one is given]' \
    '--version[print the version]' \
    '1: :->action' \
    '*:: :->rest' && return
  case $state in
  action)
    local -a actions=(
      'explain:every value of validate, and where it comes from'
    )
    _describe -t commands action actions
    ;;
  rest)
    case $words[1] in
      'explain') _signpost_config_explain ;;
    esac
    ;;
  esac
}

_signpost_config_explain() {
  _arguments \
    '--idp=[a file that must be the identity provider'\''s]:FILE:_files' \
    '--aws=[a file that must be AWS'\''s]:FILE:_files' \
    '--entity=[the only entity of a document that is judged]:ID: ' \
    '*--acs-url=[an ACS URL in the identity provider'\''s console]:URL: ' \
    '--entity-id=[the audience, or SP entity ID, in the same console]:TEXT: ' \
    '--name-id-format=[the NameID format in the same console]:TEXT: ' \
    '--sign-on-url=[the IdP sign-in URL in AWS'\''s console]:URL: ' \
    '--trusted-certificates=[PEM or fingerprints of the certificates that AWS'\''s console lists]:FILE:_files' \
    '--scim-endpoint=[the SCIM endpoint in the identity provider'\''s console]:URL: ' \
    '--fail-on=[the lowest severity that makes the status 1]:LEVEL:(error warning note never)' \
    '--expires-within=[how long before its end a certificate is reported, such as 30d or 2w]:DURATION: ' \
    '*--select=[only these rules or families, such as KEY]:ID:_values -s \, ID XML MD IDP SP KEY ALG NID AWS PAIR SCIM XML001 XML002 XML003 XML004 XML005 XML006 XML007 XML008 XML009 XML010 XML011 XML012 XML013 MD001 MD002 MD003 MD004 MD005 MD006 MD007 MD008 MD009 MD010 MD011 MD012 MD013 MD014 MD015 MD016 MD017 MD018 MD019 MD020 IDP001 IDP002 IDP003 IDP004 IDP005 IDP006 IDP007 IDP008 IDP009 IDP010 IDP011 SP001 SP002 SP003 SP004 SP005 SP006 SP007 SP008 SP009 KEY001 KEY002 KEY003 KEY004 KEY005 KEY006 KEY007 KEY008 KEY009 KEY010 KEY011 KEY012 KEY013 KEY014 KEY015 KEY016 KEY017 KEY018 KEY019 KEY020 KEY021 KEY022 KEY023 ALG001 ALG002 ALG003 ALG004 ALG005 ALG006 ALG007 NID001 NID002 NID003 NID004 AWS001 AWS002 AWS003 AWS004 AWS005 AWS006 AWS007 AWS008 AWS009 AWS010 AWS011 AWS012 AWS013 AWS014 AWS015 AWS016 AWS017 PAIR001 PAIR003 PAIR004 PAIR005 PAIR006 PAIR007 PAIR008 PAIR009 PAIR010 PAIR011 PAIR012 PAIR013 PAIR014 PAIR015 PAIR016 PAIR017 PAIR018 PAIR019 SCIM001 SCIM002 SCIM003 SCIM004 SCIM005 SCIM027' \
    '*--ignore=[all but these rules or families]:ID:_values -s \, ID XML MD IDP SP KEY ALG NID AWS PAIR SCIM XML001 XML002 XML003 XML004 XML005 XML006 XML007 XML008 XML009 XML010 XML011 XML012 XML013 MD001 MD002 MD003 MD004 MD005 MD006 MD007 MD008 MD009 MD010 MD011 MD012 MD013 MD014 MD015 MD016 MD017 MD018 MD019 MD020 IDP001 IDP002 IDP003 IDP004 IDP005 IDP006 IDP007 IDP008 IDP009 IDP010 IDP011 SP001 SP002 SP003 SP004 SP005 SP006 SP007 SP008 SP009 KEY001 KEY002 KEY003 KEY004 KEY005 KEY006 KEY007 KEY008 KEY009 KEY010 KEY011 KEY012 KEY013 KEY014 KEY015 KEY016 KEY017 KEY018 KEY019 KEY020 KEY021 KEY022 KEY023 ALG001 ALG002 ALG003 ALG004 ALG005 ALG006 ALG007 NID001 NID002 NID003 NID004 AWS001 AWS002 AWS003 AWS004 AWS005 AWS006 AWS007 AWS008 AWS009 AWS010 AWS011 AWS012 AWS013 AWS014 AWS015 AWS016 AWS017 PAIR001 PAIR003 PAIR004 PAIR005 PAIR006 PAIR007 PAIR008 PAIR009 PAIR010 PAIR011 PAIR012 PAIR013 PAIR014 PAIR015 PAIR016 PAIR017 PAIR018 PAIR019 SCIM001 SCIM002 SCIM003 SCIM004 SCIM005 SCIM027' \
    '*--severity=[another severity for a rule: error, warning or note]:ID=LEVEL: ' \
    '--verify-signature[verify each file'\''s own signature with xmlsec1, where it has one]' \
    '--jobs=[how many threads judge files, and the entities of a group; else one for each processor]:N: ' \
    '--config=[the settings; else the nearest .signpost.json, here or above]:FILE:_files' \
    '--baseline=[findings that are known: they are shown and do not make the status 1]:FILE:_files' \
    '--write-baseline=[write the findings of this run as known ones, and pass them]:FILE:_files' \
    '--format=[for people or for programs]:FORMAT:(human json)' \
    '--name=[the set-up; needed if there are several]:SETUP: ' \
    '--store=[where set-ups are kept; else $SIGNPOST_STORE, a .signpost directory here or above, or the user'\''s state directory]:DIR:_files -/' \
    '--now=[the time that counts as now, such as 2026-11-21T00:00:00Z]:TIME: ' \
    '--color=[colour in the output]:WHEN:(auto always never)' \
    '--quiet[no progress and no hints; findings and errors are still printed]' \
    '--help[print help, for a command if one is given]' \
    '--version[print the version]'
}

_signpost_completions() {
  _arguments \
    '--name=[the set-up; needed if there are several]:SETUP: ' \
    '--store=[where set-ups are kept; else $SIGNPOST_STORE, a .signpost directory here or above, or the user'\''s state directory]:DIR:_files -/' \
    '--now=[the time that counts as now, such as 2026-11-21T00:00:00Z]:TIME: ' \
    '--color=[colour in the output]:WHEN:(auto always never)' \
    '--quiet[no progress and no hints; findings and errors are still printed]' \
    '--help[print help, for a command if one is given]' \
    '--version[print the version]' \
    '1:shell:(bash zsh fish)'
}

_signpost_man() {
  _arguments \
    '--name=[the set-up; needed if there are several]:SETUP: ' \
    '--store=[where set-ups are kept; else $SIGNPOST_STORE, a .signpost directory here or above, or the user'\''s state directory]:DIR:_files -/' \
    '--now=[the time that counts as now, such as 2026-11-21T00:00:00Z]:TIME: ' \
    '--color=[colour in the output]:WHEN:(auto always never)' \
    '--quiet[no progress and no hints; findings and errors are still printed]' \
    '--help[print help, for a command if one is given]' \
    '--version[print the version]'
}

_signpost_help() {
  _arguments \
    '--name=[the set-up; needed if there are several]:SETUP: ' \
    '--store=[where set-ups are kept; else $SIGNPOST_STORE, a .signpost directory here or above, or the user'\''s state directory]:DIR:_files -/' \
    '--now=[the time that counts as now, such as 2026-11-21T00:00:00Z]:TIME: ' \
    '--color=[colour in the output]:WHEN:(auto always never)' \
    '--quiet[no progress and no hints; findings and errors are still printed]' \
    '--help[print help, for a command if one is given]' \
    '--version[print the version]' \
    '*:topic:(setup status step log validate inspect compare export import verify diagnose generate rules explain config completions man help configuration environment exit-status formats)'
}

if [[ ${funcstack[1]} == _signpost ]]; then
  _signpost "$@"
else
  compdef _signpost signpost
fi
