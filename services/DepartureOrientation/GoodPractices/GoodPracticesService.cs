using Gms.DepartureOrientation.ActionPlans;
using Gms.Platform;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.GoodPractices;

/// <summary>The calls of protos/gms/departure_orientation/v1/good_practices.proto, one file each in this folder.</summary>
sealed partial class GoodPracticesService(DepartureOrientationDb db, Call call, TimeProvider clock) : Proto.GoodPractices.GoodPracticesBase
{
    static Proto.Practice ToProto(GoodPractice practice) => new()
    {
        PracticeId = practice.Id.ToString(),
        Country = practice.Country,
        Title = practice.Title,
        Text = practice.Text,
        Topic = practice.Topic.ToProto(),
        Evidence = practice.Evidence ?? "",
        Organisation = practice.Organisation,
        SharedOn = practice.SharedOn.ToProto(),
        State = ToProto(practice.State),
        WithdrawnOn = practice.WithdrawnOn?.ToProto(),
        WithdrawalReason = practice.WithdrawalReason ?? "",
    };

    static Proto.PracticeState ToProto(PracticeState state) => state switch
    {
        PracticeState.Shared => Proto.PracticeState.Shared,
        PracticeState.Withdrawn => Proto.PracticeState.Withdrawn,
    };
}
