using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Disclosures;

partial class DisclosuresService
{
    public override async Task<Proto.ListDisclosuresResponse> ListDisclosures(Proto.ListDisclosuresRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var reference = Read.OptionalText(request.RequestReference, "request_reference", 100);
        var size = Read.PageSize(request.PageSize);
        var before = request.PageToken.Length == 0 ? (DisclosurePosition?)null : DisclosurePosition.Parse(request.PageToken) ?? throw Refuse.Invalid(PlatformProblems.PageTokenMalformed());
        var number = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var numbers = await Find(number, cancel);

        Refuse.IfAny(DisclosureRules.ToList(call.Caller.Worker is not null, reference));

        var answers = await sources.Ask(numbers, before, size, call.Purpose, cancel);
        var page = DisclosureRules.Merge(answers, size);
        var names = await sources.Names(page.Select(d => d.Disclosure.OrganisationId), call.Purpose, cancel);

        call.Disclose(number, "disclosures");
        if (reference is not null)
        {
            db.DisclosureRequests.Add(new() { WorkerNumber = number, Reference = reference, Account = call.Caller.Account, Organisation = call.Caller.Organisation, AskedAt = clock.GetUtcNow() });
            await db.Commit(cancel);
        }
        return new()
        {
            Disclosures = { page.Select(d => new Proto.DisclosureEntry { Service = d.Service, Disclosure = d.Disclosure, OrganisationName = names.GetValueOrDefault(d.Disclosure.OrganisationId, "") }) },
            NotAnswered = { answers.Where(a => a.Disclosures is null).Select(a => a.Service) },
            NextPageToken = page.Count == size ? page[^1].Disclosure.Position : "",
        };
    }
}
