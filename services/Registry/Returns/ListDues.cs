using Gms.Platform;
using Gms.Registry.Departures;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Returns;

partial class ReturnsService
{
    public override async Task<Proto.ListDuesResponse> ListDues(Proto.ListDuesRequest request, ServerCallContext context)
    {
        var id = Read.Id(request.ReturnId, "return_id");
        var back = await db.Returns.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, context.CancellationToken) ?? throw Refuse.NotFound(Problems.ReturnNotFound());
        call.MustReach(new() { Countries = [back.Country], Worker = back.WorkerNumber }, Problems.ReturnNotFound());
        var worker = await db.OnRecord(back.WorkerNumber, context.CancellationToken) ?? throw Refuse.NotFound(Problems.ReturnNotFound());

        var lines = await dues.Ask(back, worker, context.CancellationToken);
        call.Disclose(back.WorkerNumber, "dues");
        return new() { WorkerNumber = back.WorkerNumber, Kind = codes.ReturnKinds[back.Reason], Dues = { lines.Select(ToProto) } };
    }

    static Proto.Due ToProto(Due due) => new()
    {
        Topic = due.Topic,
        State = due.State switch
        {
            DueState.Known => Proto.DueState.Known,
            DueState.Unknown => Proto.DueState.Unknown,
            DueState.PartDidNotAnswer => Proto.DueState.PartDidNotAnswer,
        },
        Text = due.Text,
        ContractId = due.ContractId,
        MembershipId = due.MembershipId,
        Source = due.Source,
        Part = due.Part,
        Amount = due.Amount?.ToProto(),
    };
}
