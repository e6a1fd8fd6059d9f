using Gms.Platform;
using Gms.Recruitment.Complaints;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Concerns;

partial class ConcernsService
{
    const int Sha256Hex = 64, MostWords = 2000, MostLicence = 60;

    public override async Task<Proto.RaiseConcernResponse> RaiseConcern(Proto.RaiseConcernRequest request, ServerCallContext context)
    {
        var country = Read.Country(request.Country, "country");
        var category = Read.Value<Proto.ComplaintCategory, ComplaintCategory>(request.Category, "category");
        var words = Read.Lines(request.Words, "words", MostWords);
        var licence = Read.OptionalText(request.LicenceNumber, "licence_number", MostLicence);
        var secretHash = SecretHash(Read.OptionalText(request.SecretSha256, "secret_sha256", Sha256Hex) ?? "");
        // A number that nobody holds is no reason to send somebody away: the words may tell which agency it is.
        var agency = licence is null ? null : await db.Agencies.Where(a => a.Licences.Any(l => l.Country == country && l.Number == licence)).Select(a => (Guid?)a.Id).SingleOrDefaultAsync(context.CancellationToken);

        var urgency = ConcernRules.Urgency(category, request.Danger);
        var concern = new Concern
        {
            Id = Guid.CreateVersion7(),
            Reference = Concern.NewReference(country),
            SecretHash = secretHash,
            Country = country,
            Category = category,
            Urgency = urgency,
            AgencyId = agency,
            RaisedAt = clock.GetUtcNow(),
            DueOn = deadlines.DueOn(urgency, clock.TodayIn(country)),
        };
        concern.Say(cipher.Encrypt(words, concern.Id));
        db.Concerns.Add(concern);
        AskOfficers(concern);
        return await db.Commit(new Proto.RaiseConcernResponse { Reference = concern.Reference, DueOn = concern.DueOn.ToProto() }, context.CancellationToken);
    }

    static byte[] SecretHash(string hex) =>
        hex.Length == Sha256Hex && hex.All(c => char.IsAsciiDigit(c) || c is >= 'a' and <= 'f') ? Convert.FromHexString(hex) : throw Refuse.Invalid(ConcernProblems.SecretHashMalformed());

    void AskOfficers(Concern concern) => db.OpenWorkItem(new()
    {
        Kind = "CONCERN_RAISED",
        Key = KeyOf(concern),
        Country = concern.Country,
        Subjects = [],
        Facts = new Dictionary<string, string> { ["concern_id"] = concern.Id.ToString(), ["category"] = concern.Category.ToString(), ["urgency"] = concern.Urgency.ToString() },
        Decisions = [],
        DecidedByCall = "gms.recruitment.v1.Concerns/AnswerConcern",
        OpenedAt = concern.RaisedAt,
        DueOn = concern.DueOn,
    });

    static string KeyOf(Concern concern) => $"concern:{concern.Id:N}";
}
