using Gms.Platform;
using Gms.Registry.Documents.Formats;
using Grpc.Core;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Documents;

partial class DocumentsService
{
    public override Task<Proto.ReadMachineReadableZoneResponse> ReadMachineReadableZone(Proto.ReadMachineReadableZoneRequest request, ServerCallContext context)
    {
        // Not by Read.Text: line breaks and direction marks in it are a scanner's, and are read kindly.
        if (request.Text.Length == 0)
            throw Refuse.Invalid(PlatformProblems.FieldRequired("text"));
        var today = call.Caller.Country is { } country && Proposal.Issuers.Contains(country) ? clock.TodayIn(country) : DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

        var (zone, refusal) = MrzReader.Parse(request.Text, today);
        if (zone is null)
            throw Refuse.Invalid(refusal!);

        return Task.FromResult(proposal.Of(zone));
    }
}
