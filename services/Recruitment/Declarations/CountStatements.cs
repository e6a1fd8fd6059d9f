using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Declarations;

partial class DeclarationsService
{
    public override async Task<Proto.CountStatementsResponse> CountStatements(Proto.CountStatementsRequest request, ServerCallContext context)
    {
        var id = Read.Id(request.AgencyId, "agency_id");
        var country = await db.Agencies.Where(a => a.Id == id).Select(a => a.Country).SingleOrDefaultAsync(context.CancellationToken) ?? throw Refuse.NotFound(Problems.AgencyNotFound());
        call.MustReach(Reach.Country(country), Problems.AgencyNotFound());

        var counts = await db.StatementCountsOf(id, clock.TodayIn(country), questionnaires.SmallestGroup, context.CancellationToken);
        return new()
        {
            Statements = counts.Statements,
            Items = { counts.Items.SelectMany(i => i.Value, (i, answer) => new Proto.StatementCount { Item = i.Key, Answer = answer.Key.ToProto(), Count = answer.Value }) },
            GroupSize = questionnaires.SmallestGroup,
        };
    }
}
