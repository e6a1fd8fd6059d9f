using Gms.Platform;
using Gms.Testing;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Documents;

/// <summary>The calls about documents as one officer makes them.</summary>
sealed class Papers(RegistryHost host, string country = "LA")
{
    public Proto.Documents.DocumentsClient Documents(string purpose = "enrolment") => new(host.As(Who.Is(Role.MinistryOfficer, country), purpose));

    public Proto.Workers.WorkersClient Workers => new(host.As(Who.Is(Role.MinistryOfficer, country), "enrolment"));

    public async Task<string> Enrolled(string? number = null) => (await Workers.EnrolWorkerAsync(A.Enrolment(country, number))).WorkerNumber;

    public async Task<IReadOnlyList<Proto.DocumentOnRecord>> Of(string worker) => (await Documents().ListDocumentsAsync(new() { WorkerNumber = worker })).Documents;

    public Proto.AddDocumentRequest Add(string worker, string number, string kind = "PASSPORT", string disputed = "") =>
        new() { RequestId = Guid.NewGuid().ToString(), WorkerNumber = worker, Document = Passport(number, kind, disputed) };

    public Proto.ReplaceDocumentRequest Replace(string worker, string old, string number, string kind = "PASSPORT") =>
        new() { RequestId = Guid.NewGuid().ToString(), WorkerNumber = worker, ReplacedDocumentId = old, Document = Passport(number, kind) };

    public static Proto.EndDocumentRequest End(string worker, string document, Proto.DocumentState how = Proto.DocumentState.Lost) =>
        new() { RequestId = Guid.NewGuid().ToString(), WorkerNumber = worker, DocumentId = document, EndedAs = how, Reason = "Told by the worker." };

    public async Task<IReadOnlyList<Proto.FoundRecord>> Found(string number, string kind = "PASSPORT", string? issuer = null) =>
        (await Documents().FindByDocumentAsync(new() { Kind = kind, Issuer = issuer ?? country, Number = number })).Records;

    /// <summary>A number that no other test has.</summary>
    public static string Number() => $"PA{Guid.NewGuid():N}"[..12];

    Proto.IdentityDocument Passport(string number, string kind, string disputed = "") => new()
    {
        Kind = kind,
        Issuer = country,
        Number = number,
        ValidUntil = new() { Year = 2033, Month = 5, Day = 1 },
        Evidence = Proto.Evidence.OriginalSeen,
        EvidenceReference = "scan 12",
        Authority = "Department of Consular Affairs",
        DisputedReason = disputed,
    };
}
