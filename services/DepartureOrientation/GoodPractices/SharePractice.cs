using Gms.DepartureOrientation.ActionPlans;
using Gms.Platform;
using Grpc.Core;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.GoodPractices;

partial class GoodPracticesService
{
    public override async Task<Proto.SharePracticeResponse> SharePractice(Proto.SharePracticeRequest request, ServerCallContext context)
    {
        var country = Read.Country(request.Country, "country");
        call.MustReach(Reach.Country(country), "country");
        var practice = new GoodPractice
        {
            Country = country,
            Title = Read.Text(request.Title, "title"),
            Text = Read.Text(request.Text, "text", 4000),
            Topic = Read.Value<Proto.Topic, Topic>(request.Topic, "topic"),
            Evidence = Read.OptionalText(request.Evidence, "evidence", 1000),
            Organisation = call.Caller.Organisation,
            SharedOn = clock.TodayIn(country),
        };
        db.Add(practice);
        return await db.Commit(new Proto.SharePracticeResponse { PracticeId = practice.Id.ToString() }, context.CancellationToken);
    }
}
