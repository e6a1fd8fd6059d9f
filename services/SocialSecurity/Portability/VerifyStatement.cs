using Gms.Credentials;
using Gms.Platform;
using Gms.SocialSecurity.Memberships;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Portability;

partial class PortabilityService
{
    public override async Task<Proto.VerifyStatementResponse> VerifyStatement(Proto.VerifyStatementRequest request, ServerCallContext context)
    {
        var text = Read.Text(request.Text, "text", PassText.MostCharacters);
        var trust = await keys.Trust(null, context.CancellationToken);
        call.Reaches(new());    // nobody's record is asked: who holds the text has what is in it
        if (text.TrimStart().StartsWith(CoverageAnswer.Prefix, StringComparison.Ordinal))
            return VerifyAnswer(text, trust);

        var verdict = StatementCheck.Check(text, trust, clock.GetUtcNow());
        if (verdict.Statement is not { } statement)
            return new() { Verdict = verdict.Code };

        call.Disclose(statement.WorkerNumber, "insurance_periods");
        return new() { Verdict = verdict.Code, Statement = Shown(statement) };
    }

    Proto.VerifyStatementResponse VerifyAnswer(string text, TrustList trust)
    {
        var (fault, answer) = CoverageAnswer.Check(text, trust, clock.GetUtcNow());
        var verdict = new StatementVerdict(fault).Code;
        if (answer is null)
            return new() { Verdict = verdict };

        call.Disclose(answer.WorkerNumber, "insurance_periods");
        return new() { Verdict = verdict, Answer = Shown(answer) };
    }

    static Proto.SignedAnswer Shown(CoverageAnswer answer) => new()
    {
        AnswerId = answer.AnswerId.ToString(),
        Country = answer.Country,
        WorkerNumber = answer.WorkerNumber,
        IssuedAt = answer.IssuedAt.ToTimestamp(),
        Day = answer.Day.ToProto(),
        Schemes = { answer.InSchemes.Select(s => new Proto.AnsweredScheme { SchemeId = s.Scheme, Insured = s.Insured, FromDay = s.From.ToProto(), ToDay = s.To?.ToProto(), MonthsCounted = s.Months }) },
    };

    static Proto.Statement Shown(InsuranceStatement statement) => new()
    {
        StatementId = statement.StatementId.ToString(),
        Country = statement.Country,
        WorkerNumber = statement.WorkerNumber,
        BirthYear = statement.BirthYear ?? 0,
        IssuedAt = statement.IssuedAt.ToTimestamp(),
        Periods = { statement.Periods.Select(p => new Proto.InsurancePeriod { SchemeId = p.Scheme, First = MembershipProto.Month(Months.FirstDay(p.First)), Last = MembershipProto.Month(Months.FirstDay(p.Last)) }) },
        Posting = statement.Posting is { } posting ? new() { Host = posting.Host, FromDay = posting.From.ToProto(), ToDay = posting.To.ToProto(), AgreementId = posting.Agreement ?? "" } : null,
    };
}
