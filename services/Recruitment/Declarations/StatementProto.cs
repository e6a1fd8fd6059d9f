using Gms.Platform;
using Google.Protobuf.WellKnownTypes;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Declarations;

/// <summary>How statements are shown.</summary>
static class StatementProto
{
    public static Proto.Statement ToProto(this Declaration declared) => new()
    {
        StatementId = declared.Id.ToString(),
        ContractId = declared.ContractId.ToString(),
        DeclaredOn = declared.DeclaredOn.ToProto(),
        Languages = { declared.Languages },
        Questionnaire = declared.Questionnaire ?? "",
        Answers = { (declared.Questionnaire is null ? Asked(declared) : declared.Answers).OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => new Proto.StatementItem { Item = a.Key, Answer = a.Value.ToProto() }) },
        TakenBy = declared.TakenBy is not { } taker ? Proto.StatementTaker.Unspecified : taker switch
        {
            StatementTaker.Worker => Proto.StatementTaker.Worker,
            StatementTaker.CivilSociety => Proto.StatementTaker.CivilSociety,
            StatementTaker.Officer => Proto.StatementTaker.Officer,
        },
        RecordedAt = declared.RecordedAt.ToTimestamp(),
    };

    public static Proto.StatementAnswer ToProto(this StatementAnswer answer) => answer switch
    {
        StatementAnswer.Yes => Proto.StatementAnswer.Yes,
        StatementAnswer.No => Proto.StatementAnswer.No,
        StatementAnswer.Declined => Proto.StatementAnswer.Declined,
    };

    /// <summary>The questions that RecordDeclaration asks, under the codes of their items.</summary>
    static Dictionary<string, StatementAnswer> Asked(Declaration declared) =>
        new[]
        {
            ("HOLDS_OWN_PAPERS", declared.HoldsOwnPapers), ("OWES_RECRUITER", declared.OwesRecruiter), ("BORROWED_TO_PAY", declared.BorrowedToPay), ("FREE_TO_LEAVE", declared.FreeToLeave),
            ("HAS_COPY", declared.HasCopy), ("KNOWS_COMPLAINT_CHANNEL", declared.KnowsComplaintChannel), ("COSTS_COMPLETE", declared.CostsComplete),
        }
        .Where(q => q.Item2 is not null).ToDictionary(q => q.Item1, q => q.Item2!.Value ? StatementAnswer.Yes : StatementAnswer.No);
}
