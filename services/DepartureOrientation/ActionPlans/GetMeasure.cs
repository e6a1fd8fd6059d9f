using Gms.Platform;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.ActionPlans;

partial class ActionPlansService
{
    const int MostReadings = 200;

    public override async Task<Proto.GetMeasureResponse> GetMeasure(Proto.GetMeasureRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var measure = await FindMeasure(db.Measures.AsNoTracking(), Read.Id(request.MeasureId, "measure_id"), cancel);
        var notes = await db.CoachingNotes.AsNoTracking().Where(n => n.MeasureId == measure.Id).OrderBy(n => n.Id).ToListAsync(cancel);
        Guid[] named = [.. measure.Indicators.Select(i => i.Id)];
        var readings = await db.Readings.AsNoTracking().Where(r => named.Contains(r.IndicatorId)).OrderByDescending(r => r.Id).Take(MostReadings).ToListAsync(cancel);
        var last = readings.GroupBy(r => r.IndicatorId).ToDictionary(g => g.Key, g => g.First());
        return new()
        {
            Measure = measure.ToProto(Today(measure.Country), last),
            Steps = { measure.Steps.OrderBy(s => s.Number).Select(s => s.ToProto()) },
            Notes = { notes.Select(n => new Proto.CoachingNote { NoteId = n.Id.ToString(), At = Timestamp.FromDateTimeOffset(n.At), Account = n.Account, Organisation = n.Organisation, Text = n.Text }) },
            Readings = { readings.AsEnumerable().Reverse().Select(r => r.ToProto()) },
        };
    }
}
