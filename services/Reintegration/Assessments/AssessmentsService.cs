using Gms.Platform;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Assessments;

/// <summary>The calls of protos/gms/reintegration/v1/assessments.proto, one file each in this folder.</summary>
public sealed partial class AssessmentsService(ReintegrationDb db, Call call, TimeProvider clock, Questionnaires questionnaires) : Proto.Assessments.AssessmentsBase;
