using Gms.Platform;
using Gms.Recruitment.Reference;

namespace Gms.Recruitment.Complaints;

/// <summary>Every reason for which a step of a complaint is refused; for opening one see Recruitment's Problems.</summary>
static class ComplaintProblems
{
    public static Problem AgencyUnknown() =>
        new("COMPLAINT_AGENCY_UNKNOWN", "There is no such agency.", "agency_id", "Compare the id with the licence (Agencies.CheckLicence), or leave it empty.");

    public static Problem AgencyOfContract() =>
        new("COMPLAINT_AGENCY_OF_CONTRACT", "The contract is with another agency, or with none.", "agency_id", "Leave the agency empty, or leave the contract empty.");

    public static Problem StepNotNow(string state) =>
        new("COMPLAINT_STEP_NOT_NOW", $"The complaint is {state}: this step is not taken there.", "complaint_id", "Read the complaint again; its state says who has to act.");

    public static Problem NoAgency() =>
        new("COMPLAINT_NO_AGENCY", "The complaint is about no agency.", "complaint_id", "Decide it without an answer, or open one that names the agency.");

    public static Problem AgencyNotHeard() =>
        new("COMPLAINT_AGENCY_NOT_HEARD", "The agency has not been heard, and its days to answer are not over.", "complaint_id", "Put it to the agency and wait for the answer or for its last day.");

    public static Problem SameOfficer() =>
        new("COMPLAINT_SAME_OFFICER", "You made the decision that is appealed.", "complaint_id", "A colleague decides the appeal.");

    public static Problem RemedyMissing() =>
        new("COMPLAINT_REMEDY_MISSING", "What is upheld has to be put right, and it is not said how.", "remedy", "Say the remedy.");

    public static Problem RemedyWithoutGround() =>
        new("COMPLAINT_REMEDY_WITHOUT_GROUND", "What is without ground has no remedy.", "remedy", "Leave remedy and amount unset, or uphold the complaint in part.");

    public static Problem RemedyAmount() =>
        new("COMPLAINT_REMEDY_AMOUNT", "Money puts it right and no amount was sent, or an amount was sent and something else does.", "amount", "Send an amount above nothing for a repayment or wages, and none otherwise.");

    public static Problem RemedyPaidAlready(Money paid) =>
        new("COMPLAINT_REMEDY_PAID_ALREADY", $"{paid.Show()} was paid back already: another currency, another remedy or less cannot be decided.", "amount", "Decide at least what was paid, in its currency.");

    public static Problem RemedyOtherCurrency(string currency) =>
        new("COMPLAINT_REMEDY_OTHER_CURRENCY", $"The decision is in {currency}.", "amount", "Record what was paid in the currency of the decision.");

    public static Problem RemedyTooMuch(Money owed) =>
        new("COMPLAINT_REMEDY_TOO_MUCH", $"Only {owed.Show()} is still owed.", "amount", "Compare the amount with the receipt.");

    public static Problem RemedyInFuture() =>
        new("COMPLAINT_REMEDY_IN_FUTURE", "The day is after today.", "done_on", "Record it when it has been done.");

    public static Problem AppealedAlready() =>
        new("COMPLAINT_APPEALED_ALREADY", "The complaint was appealed once, and decided anew.", "complaint_id", "What remains is the court.");

    public static Problem AppealTooLate(DateOnly until) =>
        new("COMPLAINT_APPEAL_TOO_LATE", $"It could be appealed until {until:yyyy-MM-dd}.", "complaint_id", "What remains is the court.");

    public static Problem AppealOpen(DateOnly until) =>
        new("COMPLAINT_APPEAL_OPEN", $"It can be appealed until {until:yyyy-MM-dd}.", "complaint_id", "Close it afterwards.");

    public static Problem Over() =>
        new("COMPLAINT_OVER", "The complaint is over.", "complaint_id", "Open a new one.");

    public static Problem NameNotYours() =>
        new("COMPLAINT_NAME_NOT_YOURS", "Whether the agency is told the name is the worker's to say.", "name_withheld", "Leave it unset; the worker, or who opened the complaint, may change it.");
}
