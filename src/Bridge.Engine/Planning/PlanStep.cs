using System.Text.Json.Serialization;
using Bridge.Model.Collections;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Capabilities;

namespace Bridge.Engine.Planning;

/// <summary>
/// One planned change of one object, with everything that the apply, the review and the rollback need to know about it
/// beforehand. A closed family; <see cref="Match{TResult}"/> has one argument per case. How it is done is its channel: a
/// manual step is no kind of its own.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(AdoptObject), "adopt")]
[JsonDerivedType(typeof(CreateGroup), "createGroup")]
[JsonDerivedType(typeof(BuildTemplate), "buildTemplate")]
[JsonDerivedType(typeof(CreatePartner), "createPartner")]
[JsonDerivedType(typeof(AmendPartner), "amendPartner")]
[JsonDerivedType(typeof(JoinGroup), "joinGroup")]
[JsonDerivedType(typeof(LeaveGroup), "leaveGroup")]
[JsonDerivedType(typeof(DecideApplication), "decideApplication")]
[JsonDerivedType(typeof(EstablishContract), "establishContract")]
[JsonDerivedType(typeof(CreateDeal), "createDeal")]
[JsonDerivedType(typeof(CreateLink), "createLink")]
[JsonDerivedType(typeof(CreatePromoCode), "createPromoCode")]
[JsonDerivedType(typeof(ExpirePromoCode), "expirePromoCode")]
[JsonDerivedType(typeof(DeleteGroup), "deleteGroup")]
[JsonDerivedType(typeof(DeleteDeal), "deleteDeal")]
[JsonDerivedType(typeof(ForgetObject), "forget")]
[JsonDerivedType(typeof(KeepObject), "keep")]
public abstract record PlanStep
{
    private protected PlanStep()
    {
    }

    /// <summary>Id, unique in the plan and stable between plans: <c>entity/key/verb</c>. The journal's operation id derives from it and the plan hash.</summary>
    public required string Id { get; init; }

    /// <summary>Kind of object.</summary>
    public required EntityKind Entity { get; init; }

    /// <summary>Source record that this step decides about; null for a supporting step (groups, templates, memberships).</summary>
    public string? Source { get; init; }

    /// <summary>The record as people know it (account name, offer, code text); null when there is no other name than the key. Never personal.</summary>
    public string? Label { get; init; }

    /// <summary>Source key of the partner that the record belongs to; null when it belongs to none.</summary>
    public string? Partner { get; init; }

    /// <summary>What the source record counts as once the step is done; null exactly when <see cref="Source"/> is null.</summary>
    public Outcome? Counts { get; init; }

    /// <summary>How it reaches the target.</summary>
    public required StepChannel Channel { get; init; }

    /// <summary>What the rail offers after doubt.</summary>
    public required OperationClass Class { get; init; }

    /// <summary>What rollback can do.</summary>
    public required Reversibility Reversibility { get; init; }

    /// <summary>How rollback undoes it, in one sentence; null when nothing does.</summary>
    public string? Inverse { get; init; }

    /// <summary>What partners notice (mails); null when nothing.</summary>
    public string? SideEffect { get; init; }

    /// <summary>Whether the target mails the partner, as its rail declares; null in plans that do not say, and for steps of Bridge's own records.</summary>
    public PartnerMail? Mail { get; init; }

    /// <summary>Steps that must succeed first, sorted.</summary>
    public ValueList<string> DependsOn { get; init; } = [];

    /// <summary>What the target cannot hold.</summary>
    public ValueList<Loss> Losses { get; init; } = [];

    /// <summary>Why it is planned: match evidence or the rule of the profile.</summary>
    public string? Why { get; init; }

    /// <summary>
    /// Fingerprint of what is wanted, ids of the target left out; it goes to the id map, so that a later plan can tell whether
    /// an object that the rail cannot show still is what is wanted. Null where the rail can be asked.
    /// </summary>
    public string? Fingerprint { get; init; }

    /// <summary>Source key of the id map row that the step writes or removes when it decides about no source record itself (rollback); null otherwise.</summary>
    public string? Row { get; init; }

    /// <summary>Step of the run that a rollback step takes back; null in an apply.</summary>
    public string? Undoes { get; init; }

    /// <summary>Takes the case apart.</summary>
    public abstract TResult Match<TResult>(IStepCases<TResult> cases);
}
