using Gms.Platform;
using Gms.Reintegration.Cases;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Claims;

partial class ClaimsService
{
    static readonly Offers Known = Offers.FromReference();

    public override async Task<Proto.MatchProgrammesResponse> MatchProgrammes(Proto.MatchProgrammesRequest request, ServerCallContext context)
    {
        var said = new Dictionary<string, bool>();
        for (var i = 0; i < request.Facts.Count; i++)
            said[Read.Code(request.Facts[i].Fact, $"facts[{i}].fact", programmes.FactCodes)] = request.Facts[i].Holds;
        var held = await db.CaseFor(call, Read.Id(request.CaseId, "case_id"), context.CancellationToken);
        var hasSkill = await db.Skills.AnyAsync(s => s.CaseId == held.Id, context.CancellationToken);

        var matches = Known.OpenIn(held.Country, held.ReturnedOn).Select(p => programmes.Of(p, held, said, hasSkill)).OrderBy(m => m.Outcome).ThenBy(m => m.Programme.Id, StringComparer.Ordinal);
        call.Disclose(held.WorkerNumber, "programmes");
        return new() { Matches = { matches.Select(ToProto) } };
    }

    static Proto.ProgrammeMatch ToProto(Match match) => new()
    {
        ProgrammeId = match.Programme.Id,
        Name = match.Programme.Name,
        Outcome = match.Outcome,
        Conditions =
        {
            match.Conditions.Select(m => new Gms.Type.V1.Check
            {
                Code = m.Code,
                Outcome = m.Outcome,
                Message = m.Text,
                Remedy = m.Condition?.Fact is { } fact && m.Outcome == Gms.Type.V1.Outcome.Unknown ? $"Ask the worker for the papers and say whether {fact} holds." : "",
                Source = m.Condition is { } condition ? new() { Rule = $"{match.Programme.Id} {condition.Code}", Text = condition.Source, Confidence = condition.Confidence } : match.Programme.ToSource(),
            }),
        },
        Benefits = { match.Benefits },
        Source = match.Programme.ToSource(),
    };
}
