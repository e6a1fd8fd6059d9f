using Gms.Platform;

namespace Gms.Recruitment.Declarations;

/// <summary>Every reason for which a statement is refused.</summary>
static class StatementProblems
{
    public static Problem QuestionnaireUnknown() =>
        new("STATEMENT_QUESTIONNAIRE_UNKNOWN", "There is no such version of the questionnaire.", "questionnaire", "Ask ListQuestions for the one in use.");

    public static Problem ItemUnknown(string field) =>
        new("STATEMENT_ITEM_UNKNOWN", "That version of the questionnaire has no such item.", field, "Use the codes that ListQuestions answers.");

    public static Problem ItemTwice(string field) =>
        new("STATEMENT_ITEM_TWICE", "The item is answered twice.", field, "Send one answer for each item.");

    public static Problem NothingAnswered() =>
        new("STATEMENT_NOTHING_ANSWERED", "No item is answered.", "answers", "Send the answers; leave out what was not asked.");

    public static Problem AnonymousWithContract() =>
        new("STATEMENT_ANONYMOUS_WITH_CONTRACT", "A statement without a name cannot be tied to a contract.", "contract_id", "Leave the contract empty and name the agency and the country of work.");

    public static Problem NotThroughAgency() =>
        new("STATEMENT_NOT_THROUGH_AGENCY", "You have no contract through that agency to that country.", "agency_id", "State about the agency that recruited you.");

    public static Problem LanguageUnknown() =>
        new("STATEMENT_LANGUAGE_UNKNOWN", "The questions are not there in this language.", "language", "Ask for en, km, lo, my, th, vi or zh.");
}
