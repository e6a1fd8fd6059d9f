using Gms.Platform;
using Gms.Reintegration.Cases;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Plans;

/// <summary>The calls of protos/gms/reintegration/v1/plans.proto, one file each in this folder.</summary>
public sealed partial class PlansService(ReintegrationDb db, Call call, TimeProvider clock, Offers offers, CaseIntake intake, CaseWords words) : Proto.Plans.PlansBase;
