using Gms.Platform;
using Gms.Reintegration.Claims;
using Gms.Reintegration.Grants;
using Gms.Reintegration.Referrals;

namespace Gms.Reintegration;

/// <summary>Refusals of what help consists of: assessments, follow-up, partners, referrals, grants, claims.</summary>
static partial class Problems
{
    public static Problem AssessmentNotFound() =>
        new("ASSESSMENT_NOT_FOUND", "There is no such assessment in this case.", "assessment_id", "Choose a new id to begin another assessment.");

    public static Problem QuestionnaireUnknown(int version) =>
        new("QUESTIONNAIRE_UNKNOWN", $"There is no version {version} of this questionnaire, or the assessment was begun with another.", "version", "Send the version that GetQuestionnaire answered, or 0.");

    public static Problem AssessmentComplete(int index) =>
        new("ASSESSMENT_COMPLETE", "The assessment is complete and changes no more.", $"answers[{index}].answer_id", "Begin another assessment.");

    public static Problem AssessmentAnswerChanged(int index) =>
        new("ASSESSMENT_ANSWER_CHANGED", "The answer of this id was another one.", $"answers[{index}].value", "Send the corrected answer under a new id; the latest holds.");

    public static Problem AssessmentAnswerInFuture(int index) =>
        new("ASSESSMENT_ANSWER_IN_FUTURE", "The answer would be given later than now.", $"answers[{index}].answered_at", "Set the device's clock and send the time anew.");

    public static Problem AssessmentSavedMeanwhile() =>
        new("ASSESSMENT_SAVED_MEANWHILE", "Some of these answers were saved just now by another call. Nothing was written.", "answers", "Send them again: what is there already is harmless.");

    public static Problem FollowUpMonthUnknown(IReadOnlyList<int> months) =>
        new("FOLLOW_UP_MONTH_UNKNOWN", $"It is asked {string.Join(", ", months)} months after the return.", "month", "Send one of these.");

    public static Problem FollowUpBeforeReturn() =>
        new("FOLLOW_UP_BEFORE_RETURN", "The worker has not come back yet.", "case_id", "Ask after the return.");

    public static Problem FollowUpTooEarly(DateOnly opens) =>
        new("FOLLOW_UP_TOO_EARLY", $"It may be asked from {opens:yyyy-MM-dd} on.", "month", "Ask later.");

    public static Problem FollowUpWithoutAnswers() =>
        new("FOLLOW_UP_WITHOUT_ANSWERS", "There is no complete sustainability assessment of this id in the case.", "assessment_id", "Save the answers first, until none is missing.");

    public static Problem FollowUpAnswersTooOld(DateOnly opens) =>
        new("FOLLOW_UP_ANSWERS_TOO_OLD", $"The answers are from before {opens:yyyy-MM-dd}, when this follow-up may be asked.", "assessment_id", "Ask anew.");

    public static Problem FollowUpTwice() =>
        new("FOLLOW_UP_TWICE", "This follow-up is on record, or these answers belong to another one.", "month", "List the follow-ups of the case.");

    public static Problem PartnerNotFound() =>
        new("PARTNER_NOT_FOUND", "There is no such partner among those you may use.", "partner_id", "List the partners and send an id from there.");

    public static Problem PartnerTwice() =>
        new("PARTNER_TWICE", "The organisation is a partner of this country already.", "organisation", "Use that partner, or end it first.");

    public static Problem PartnerEnded() =>
        new("PARTNER_ENDED", "The partner takes no more referrals.", "partner_id", "Choose another partner.");

    public static Problem PartnerOtherCountry() =>
        new("PARTNER_OTHER_COUNTRY", "The partner is another country's.", "partner_id", "Choose a partner of the country returned to.");

    public static Problem PartnerOtherService(string service) =>
        new("PARTNER_OTHER_SERVICE", $"The partner takes no referrals for {service}.", "service", "Choose another partner or service.");

    public static Problem ReferralNotFound() =>
        new("REFERRAL_NOT_FOUND", "There is no such referral among those you may see.", "referral_id", "List the referrals and send an id from there.");

    public static Problem ReferralWithoutConsent() =>
        new("REFERRAL_WITHOUT_CONSENT", "The worker's consent is missing.", "consent", "Explain in the worker's language what the partner is told, and record the consent; without it, send nothing.");

    public static Problem ReferralWithoutSkill() =>
        new("REFERRAL_WITHOUT_SKILL", "Recognition is asked for skills, and none is named.", "skill_ids", "Record the skill and send its id.");

    public static Problem ReferralStateWrong(ReferralState state) =>
        new("REFERRAL_STATE_WRONG", $"The referral is {state}.", "referral_id", "Read the referral and go on from where it stands.");

    public static Problem ReferralDeclinedWithoutReason() =>
        new("REFERRAL_DECLINED_WITHOUT_REASON", "The reason is missing.", "reason", "Say why, so that the office can ask the right partner.");

    public static Problem ReferralResultWrong(string service) =>
        new("REFERRAL_RESULT_WRONG", $"For {service} the result is one of: {string.Join(", ", ReferralRules.ResultsOf(service))}.", "result", "Send one of these.");

    public static Problem SkillNotFound() =>
        new("SKILL_NOT_FOUND", "A skill is not of this case.", "skill_ids", "List the skills of the case and send ids from there.");

    public static Problem SkillOccupationMalformed() =>
        new("SKILL_OCCUPATION_MALFORMED", "An occupation is the four digits of an ISCO-08 unit group.", "occupation", "Look it up in ISCO-08: 8153 for sewing machine operators.");

    public static Problem GrantNotFound() =>
        new("GRANT_NOT_FOUND", "There is no such grant among those you may see.", "grant_id", "List the grants of the case and send an id from there.");

    public static Problem GrantWithoutPlan() =>
        new("GRANT_WITHOUT_PLAN", "The worker has agreed to no plan yet.", "case_id", "Agree a plan first.");

    public static Problem GrantOfNothing() =>
        new("GRANT_OF_NOTHING", "The amount is 0.", "amount", "Send what is asked for.");

    public static Problem GrantWithoutBudget() =>
        new("GRANT_WITHOUT_BUDGET", "The case's office has no budget of this programme, year and currency.", "programme", "Ask the ministry to set one, or choose another programme.");

    public static Problem GrantOverBudget() =>
        new("GRANT_OVER_BUDGET", "The budget does not have that much left.", "amount", "Ask for less, or wait until money comes back.");

    public static Problem GrantStateWrong(GrantState state) =>
        new("GRANT_STATE_WRONG", $"The grant is {state}.", "grant_id", "Read the grant and go on from where it stands.");

    public static Problem GrantBySameOfficer() =>
        new("GRANT_BY_SAME_OFFICER", "Who asked for a grant does not decide it.", "grant_id", "Ask a colleague.");

    public static Problem GrantRefusedWithoutReason() =>
        new("GRANT_REFUSED_WITHOUT_REASON", "The reason is missing.", "reason", "Say why, so that the worker can be told.");

    public static Problem GrantPaidOnWrongDay() =>
        new("GRANT_PAID_ON_WRONG_DAY", "The day is before the approval or still to come.", "paid_on", "Send the day on which it was paid.");

    public static Problem GrantReturnedAmountWrong() =>
        new("GRANT_RETURNED_AMOUNT_WRONG", "What comes back is more than 0, at most what was paid, in the same currency.", "amount", "Send what came back.");

    public static Problem GrantReturnedOnWrongDay() =>
        new("GRANT_RETURNED_ON_WRONG_DAY", "The day is before the payment or still to come.", "returned_on", "Send the day on which it came back.");

    public static Problem BudgetProgrammeOtherCountry(string programme) =>
        new("BUDGET_PROGRAMME_OTHER_COUNTRY", $"{programme} is another country's programme, or the office's budget of it is.", "programme", "Choose a programme that ListServices answers.");

    public static Problem BudgetBelowCommitted() =>
        new("BUDGET_BELOW_COMMITTED", "More than that is committed already.", "amount", "Send at least what is committed.");

    public static Problem BudgetSetMeanwhile() =>
        new("BUDGET_SET_MEANWHILE", "Somebody set this budget just now. Nothing was written.", "programme", "List the budgets and set it anew if it is still needed.");

    public static Problem ClaimsFoundMeanwhile() =>
        new("CLAIMS_FOUND_MEANWHILE", "Somebody asked for the same claims just now. Nothing was written.", "case_id", "List the claims of the case.");

    public static Problem ClaimNotFound() =>
        new("CLAIM_NOT_FOUND", "There is no such claim among those you may see.", "claim_id", "List the claims of the case and send an id from there.");

    public static Problem ClaimsWithoutReturn() =>
        new("CLAIMS_WITHOUT_RETURN", "The return is not on record yet, so nobody can be asked what is owed.", "case_id", "Record the return, or open the claim by hand.");

    public static Problem ClaimStateWrong(ClaimState from, ClaimState to) =>
        new("CLAIM_STATE_WRONG", $"A claim that is {from} does not become {to}.", "state", "Read the claim and take the step that comes next.");

    public static Problem ClaimNextStepWrong(ClaimState to) =>
        new("CLAIM_NEXT_STEP_WRONG", to.IsSettled() ? "A settled claim has no next step." : "What somebody does next is missing.", "next_step", to.IsSettled() ? "Leave it empty." : "Say it in a few words.");

    public static Problem ClaimPaidWithoutEvidence() =>
        new("CLAIM_PAID_WITHOUT_EVIDENCE", "A paid claim has an amount, a day and a receipt.", "evidence", "Send amount, settled_on and evidence.");

    public static Problem ClaimSettledOnWrongDay() =>
        new("CLAIM_SETTLED_ON_WRONG_DAY", "The day is before the claim was begun or still to come.", "settled_on", "Send the day of payment or refusal.");
}
