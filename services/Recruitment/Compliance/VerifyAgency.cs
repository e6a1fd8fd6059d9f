using Gms.Platform;
using Gms.Type.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Compliance;

partial class ComplianceService
{
    public override async Task<Proto.VerifyAgencyResponse> VerifyAgency(Proto.VerifyAgencyRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var asked = PartyQuestion.Of(request, clock);

        // What is asked all day long is read from sums; a past day, or what was known once, from the facts.
        await using var known = await Known(request.KnownAt, cancel);
        var facts = (known is null && asked.AsOf >= PartyQuestion.Today(clock)
            ? await parties.Agency(asked.Id, asked.AsOf, asked.Partner, call.Caller.Agency is not null, PartyQuestion.Today(clock), cancel)
            : await parties.AgencyFromFacts(asked.Id, asked.AsOf, asked.Partner, call.Caller.Agency is not null, PartyQuestion.Today(clock), cancel)) ?? throw Refuse.NotFound(Problems.AgencyNotFound());

        var checks = PartyVerdict.Of(facts);
        return new() { Checks = { checks }, Counts = Count(checks), Recruitments = RecruitmentsOf(facts.Record), Country = facts.Agency.Country, AsOf = asked.AsOf.ToProto(), VerifiedAt = clock.GetUtcNow().ToTimestamp() };
    }

    /// <summary>An agency is told only that there are enough to tell.</summary>
    internal static int RecruitmentsOf(PartyRecord record) => record.ForAgency ? Math.Min(record.Counts.Recruitments, PartyRecord.TooFew) : record.Counts.Recruitments;
}

/// <summary>Which agency or employer is asked about, and on which day.</summary>
sealed record PartyQuestion(Guid Id, DateOnly AsOf, string? Partner)
{
    /// <summary>The parties are in six countries: today is the day in four of them (UTC+7).</summary>
    public static DateOnly Today(TimeProvider clock) => clock.TodayIn("TH");

    public static PartyQuestion Of(Proto.VerifyAgencyRequest request, TimeProvider clock) =>
        new(Read.Id(request.AgencyId, "agency_id"), Day(request.AsOf, clock), Read.OptionalAnyCountry(request.PartnerCountry, "partner_country"));

    public static PartyQuestion Of(Proto.VerifyEmployerRequest request, TimeProvider clock) => new(Read.Id(request.EmployerId, "employer_id"), Day(request.AsOf, clock), null);

    static DateOnly Day(Date? day, TimeProvider clock)
    {
        var asOf = Read.OptionalDay(day, "as_of") ?? Today(clock);
        return asOf.Year is > 1999 and < 2100 ? asOf : throw Refuse.Invalid(PlatformProblems.NumberOutOfRange("as_of.year", 2000, 2099));
    }
}
