// It only registers its last step.
